/** What a follow-up link carries in its fragment. */

import { readCode } from '../lib/code'

export interface Link {
  code: string
  key: string
  text: string
  who: string
  when: string
  step: string
  /** When it was made, in milliseconds since 1970; undefined: it does not say. */
  made: number | undefined
}

const WEEK = 7 * 86_400_000

/** Undefined when a mail program cut the link short. */
export function readLink(given: Record<string, string>): Link | undefined {
  const { code = '', key = '', text = '', who = '', when = '', step = '', made = '' } = given
  if (readCode(code).length !== 8 || !/^[A-Za-z0-9_-]{22}$/.test(key) || text === '') return undefined
  const at = Date.parse(made)
  return { code: readCode(code), key, text, who, when, step, made: Number.isNaN(at) ? undefined : at }
}

/** Eight weeks are meant to pass first; from week fourteen on nobody counts any more. */
export function moment(made: number | undefined, now: number): 'early' | 'now' | 'over' {
  if (made === undefined) return 'now'
  if (now < made + 8 * WEEK) return 'early'
  return now > made + 14 * WEEK ? 'over' : 'now'
}
