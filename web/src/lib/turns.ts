/** A phone call or chat as its turns: one line a turn, `Speaker: words`; the reader's own line is `U:` (or `You:`). */

export interface Turn {
  speaker: string
  words: string
  own: boolean
}

const OWN = new Set(['u', 'you'])

export function turns(body: string): Turn[] {
  const found: Turn[] = []
  for (const line of body.split('\n')) {
    if (line.trim() === '') continue
    const parts = /^\s*([^:]{1,48}):\s+(.*)$/.exec(line)
    const speaker = parts?.[1]?.trim() ?? ''
    found.push({ speaker, words: parts?.[2] ?? line.trim(), own: OWN.has(speaker.toLowerCase()) })
  }
  return found
}

export const paragraphs = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
