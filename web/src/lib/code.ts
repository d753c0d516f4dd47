/** Room codes: eight Crockford characters, typed in any case, with O for 0, I or L for 1, hyphens and blanks. */

/** The code as the server wants it (`K7MP3XQ9`); whatever cannot be in a code falls away. */
export function readCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '')
}

/** The code as people read it: `K7MP-3XQ9`. */
export function showCode(code: string): string {
  const plain = readCode(code)
  return plain.length > 4 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain
}

export const isCode = (typed: string): boolean => readCode(typed).length === 8
