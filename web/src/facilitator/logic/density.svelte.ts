/** How much the desk shows: *Rustig* (now, what comes next, people) or *Volledig*. Remembered on this device. */

const KEY = 'crisistafel.desk.full'

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === '1'
  } catch {
    return false
  }
}

class Density {
  full = $state(kept())

  set(full: boolean): void {
    this.full = full
    try {
      localStorage.setItem(KEY, full ? '1' : '0')
    } catch {
      // Storage is blocked: after a reload the desk is calm again.
    }
  }
}

export const density = new Density()
