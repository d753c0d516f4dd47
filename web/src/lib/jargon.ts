/** Finds the words of a glossary in a text: whole words, the longest first, each marked once a text. */

export interface Piece {
  text: string
  /** The glossary's own word, where this piece is one. */
  term?: string
}
export type Marker = (text: string) => Piece[]

interface Alias {
  written: string
  term: string
  /** Capitals matter: `AP` is a word, `ap` is not. */
  exact: boolean
}

const WORD = '[\\p{L}\\p{N}]'
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `Beheerder (account)` is looked for as `Beheerder`, `Noodbevel en noodverordening` as either. */
function aliasesOf(term: string): Alias[] {
  const bare = term.replace(/\s*\([^)]*\)\s*/g, ' ').trim()
  const words = bare.split(/\s+/)
  const ways = words.length === 3 && words[1] === 'en' ? [words[0] ?? '', words[2] ?? ''] : [bare]
  return ways
    .filter((written) => written.length > 1)
    .map((written) => ({ written, term, exact: /\p{Lu}.*\p{Lu}/u.test(written) }))
}

/** A word with its simple Dutch endings: `datalekken`, `voorschotten`, `CISO's`, `servers`. */
function pattern({ written, exact }: Alias): string {
  const last = written.at(-1) ?? ''
  const double = /\p{L}/u.test(last) ? `|${escaped(last)}en` : ''
  return `${escaped(written)}(?:${exact ? "['’]?s" : `['’]?s|e|en|n${double}`})?`
}

export function markerOf(glossary: Readonly<Record<string, string>>): Marker {
  const aliases = Object.keys(glossary)
    .flatMap(aliasesOf)
    .sort((a, b) => b.written.length - a.written.length)
  if (aliases.length === 0) return (text) => [{ text }]
  const found = new RegExp(`(^|[^\\p{L}\\p{N}])(${aliases.map(pattern).join('|')})(?!${WORD})`, 'giu')
  const termOf = (written: string): string | undefined =>
    aliases.find((alias) =>
      alias.exact ? written.startsWith(alias.written) : written.toLowerCase().startsWith(alias.written.toLowerCase()),
    )?.term

  return (text) => {
    const pieces: Piece[] = []
    const seen = new Set<string>()
    let from = 0
    for (const match of text.matchAll(found)) {
      const written = match[2] ?? ''
      const term = termOf(written)
      if (term === undefined || seen.has(term)) continue
      seen.add(term)
      const at = match.index + (match[1]?.length ?? 0)
      if (at > from) pieces.push({ text: text.slice(from, at) })
      pieces.push({ text: written, term })
      from = at + written.length
    }
    if (from < text.length) pieces.push({ text: text.slice(from) })
    return pieces
  }
}
