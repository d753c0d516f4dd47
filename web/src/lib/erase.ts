/** Erasing for good, the receipt of it as a file, and what this device kept of the room. */

import { ask } from './api'
import { forgetPass } from './pass'
import type { Erased } from './wire'

/** One person: by the own pass, or a desk's. */
export const eraseSeat = async (code: string, seat: string, bearer: string): Promise<Erased> =>
  (await ask<Erased>(`api/rooms/${code}/seats/${seat}`, { method: 'DELETE', bearer })).body

/** The whole room: by a desk's pass, or the key that opened it. */
export const eraseRoom = async (code: string, bearer: string): Promise<Erased> =>
  (await ask<Erased>(`api/rooms/${code}`, { method: 'DELETE', bearer })).body

export function keepReceipt(receipt: Erased): void {
  const address = URL.createObjectURL(new Blob([receipt.text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `crisistafel-${receipt.code}.txt`
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Passes, drafts and unanswered commands of this room: nothing on this device names it any more. */
export function forgetRoom(code: string): void {
  for (const kind of ['seat', 'keep', 'desk'] as const) forgetPass(kind, code)
  for (const kept of storages())
    for (const key of Object.keys(kept)) if (key.startsWith('crisistafel') && key.includes(code)) kept.removeItem(key)
}

function storages(): Storage[] {
  try {
    return [localStorage, sessionStorage]
  } catch {
    return []
  }
}
