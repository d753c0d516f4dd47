/** Lengths as a person counts them: one for a letter with its accents, one for an emoji. */

interface Segments {
  segment(text: string): Iterable<unknown>
}
type Segmenting = new (language: undefined, options: { granularity: 'grapheme' }) => Segments

// Not in every browser above the floor (Firefox before 125): there, code points come close enough; the server counts.
const Segmenter = (Intl as unknown as { Segmenter?: Segmenting }).Segmenter
const segmenter = Segmenter && new Segmenter(undefined, { granularity: 'grapheme' })

export function graphemes(text: string): number {
  const clean = text.trim()
  return segmenter ? [...segmenter.segment(clean)].length : [...clean].length
}
