/** What was typed and not yet sent: kept in this tab, so that a reload asks for nothing twice. */

const KEY = 'crisistafel.draft/'

export function readDraft<T>(name: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(KEY + name)
    return kept === null ? undefined : (JSON.parse(kept) as T)
  } catch {
    return undefined
  }
}

export function writeDraft(name: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(KEY + name)
    else sessionStorage.setItem(KEY + name, JSON.stringify(value))
  } catch {
    // Storage is blocked or full: the draft lives as long as the page.
  }
}
