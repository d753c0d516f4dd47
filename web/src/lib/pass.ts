/** The pass that this device makes for itself, and where it is kept. Works on plain http and with storage blocked. */

export type PassKind = 'seat' | 'desk' | 'observer' | 'screen' | 'keep' | 'follow'

export interface Kept {
  pass: string
  /** When it was kept, in milliseconds since 1970. */
  at: number
  seat?: string
  team?: string
  role?: string
  name?: string
  /** What a person recognises the room by. */
  title?: string
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const KEY = 'crisistafel'
const LONGEST = 60 * 24 * 3600 * 1000

/** 22 base64url characters, 132 bits: each byte gives six of its bits, so no character is likelier than another. */
export function makePass(): string {
  return randomText(22)
}

export function randomText(length: number): string {
  let text = ''
  for (const byte of crypto.getRandomValues(new Uint8Array(length))) text += ALPHABET[byte & 63]
  return text
}

/**
 * localStorage where it works. Where it is blocked, the window's name: it outlives a reload and a step to the next
 * page of this site in the same tab, and no other site can read it (browsers clear it on the way to another site).
 */
function nameStore(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const read = (): Record<string, string> => {
    try {
      const all: unknown = JSON.parse(window.name)
      return typeof all === 'object' && all !== null ? (all as Record<string, string>) : {}
    } catch {
      return {}
    }
  }
  return {
    getItem: (key) => read()[key] ?? null,
    setItem: (key, value) => {
      window.name = JSON.stringify({ ...read(), [key]: value })
    },
    removeItem: (key) => {
      const { [key]: _, ...rest } = read()
      window.name = JSON.stringify(rest)
    },
  }
}

function openStore(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    const probe = `${KEY}.probe`
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return localStorage
  } catch {
    return nameStore()
  }
}

export const store = openStore()

type Shelf = Record<string, Kept>

function readShelf(): Shelf {
  try {
    const all: unknown = JSON.parse(store.getItem(`${KEY}.passes`) ?? '{}')
    return typeof all === 'object' && all !== null ? (all as Shelf) : {}
  } catch {
    return {}
  }
}

function writeShelf(shelf: Shelf): void {
  const young = Object.entries(shelf).filter(([, kept]) => Date.now() - kept.at < LONGEST)
  store.setItem(`${KEY}.passes`, JSON.stringify(Object.fromEntries(young)))
}

export function keptPass(kind: PassKind, code: string): Kept | undefined {
  return readShelf()[`${kind}/${code}`]
}

export function keepPass(kind: PassKind, code: string, kept: Omit<Kept, 'at'>): void {
  writeShelf({ ...readShelf(), [`${kind}/${code}`]: { ...kept, at: Date.now() } })
}

export function forgetPass(kind: PassKind, code: string): void {
  const { [`${kind}/${code}`]: _, ...rest } = readShelf()
  writeShelf(rest)
}

/** All that this device keeps of one kind, the newest first. */
export function allKept(kind: PassKind): Array<Kept & { code: string }> {
  return Object.entries(readShelf())
    .filter(([key]) => key.startsWith(`${kind}/`))
    .map(([key, kept]) => ({ ...kept, code: key.slice(kind.length + 1) }))
    .sort((a, b) => b.at - a.at)
}
