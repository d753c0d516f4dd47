import { beforeEach, expect, test } from 'vitest'
import { Drafts, forgetDrafts } from './drafts.svelte'

beforeEach(() => forgetDrafts('K7MP3XQ9'))

function written(body: string): Drafts {
  const drafts = new Drafts('K7MP3XQ9')
  drafts.current.from = 'De Merenbode'
  drafts.current.body = body
  drafts.keep()
  return drafts
}

test('a reload finds what was being written', () => {
  written('Klopt het?')
  expect(new Drafts('K7MP3XQ9').current.body).toBe('Klopt het?')
  expect(new Drafts('AAAAAAAA').current.body).toBe('')
})

test('there can be several, and empty ones are not kept', () => {
  const drafts = written('Een')
  drafts.fresh().body = 'Twee'
  drafts.fresh()
  drafts.keep()
  const again = new Drafts('K7MP3XQ9')
  expect(again.all.map((draft) => draft.body)).toEqual(['Twee', 'Een'])
})

test('what was sent stays and can be used again', () => {
  const drafts = written('Klopt het?')
  drafts.wasSent(drafts.current.id, 5)
  drafts.reuse()
  drafts.current.body = 'Klopt het nu?'
  drafts.keep()
  const again = new Drafts('K7MP3XQ9')
  expect(again.all.map((draft) => [draft.body, draft.sent])).toEqual([
    ['Klopt het nu?', undefined],
    ['Klopt het?', 5],
  ])
})

test('one that is thrown away is gone', () => {
  const drafts = written('Weg')
  drafts.drop()
  expect(new Drafts('K7MP3XQ9').all).toHaveLength(1)
  expect(new Drafts('K7MP3XQ9').current.body).toBe('')
})
