/** The words of the field on this screen: which they are, and which one is being explained. */

import { getContext, setContext } from 'svelte'
import { type Marker, markerOf } from './jargon'

export class Glossary {
  /** The word that is being explained. */
  shown = $state<string>()
  readonly marker: Marker = $derived.by(() => markerOf(this.meanings()))

  constructor(
    readonly meanings: () => Readonly<Record<string, string>>,
    private readonly opened: (term: string) => void = () => {},
  ) {}

  open(term: string): void {
    this.shown = term
    this.opened(term)
  }
}

const KEY = Symbol('glossary')
export const provideGlossary = (glossary: Glossary): Glossary => setContext(KEY, glossary)
/** Undefined where nothing is explained, as on the big screen. */
export const useGlossary = (): Glossary | undefined => getContext<Glossary | undefined>(KEY)
