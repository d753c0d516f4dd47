import { cleanup, render, screen, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import Inject from './Inject.svelte'
import type { InjectItem } from './inject/types'

const CHANNELS = ['mail', 'phone', 'chat', 'news', 'social', 'letter', 'broadcast', 'note'] as const
const item = (fields: Partial<InjectItem>): InjectItem => ({
  channel: 'mail',
  sender: 'Servicedesk ICT',
  body: 'Servicedesk: Er is iets.\nU: Wat dan?',
  game: 942,
  ...fields,
})

afterEach(cleanup)

describe.each(CHANNELS)('a piece of news by %s', (channel) => {
  it.each([
    ['for everyone', {}],
    ['for one', { private: true }],
    ['shared', { shared: { by: 'ciso', at: 1, stand_in: false } }],
    ['with a subject', { subject: 'Trage systemen' }],
  ])('%s bears OEFENING inside its frame, once', (_, fields) => {
    render(Inject, { item: item({ channel, ...fields }) })
    expect(within(screen.getByRole('article')).getAllByText('OEFENING')).toHaveLength(1)
  })

  it('shows hostile words as words', () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const { container } = render(Inject, { item: item({ channel, sender: hostile, subject: hostile, body: hostile }) })
    expect(container.querySelector('img')).toBeNull()
    expect(container.textContent).toContain(hostile)
  })
})

describe('a private piece of news', () => {
  it('says that it is for the reader only', () => {
    render(Inject, { item: item({ private: true }) })
    expect(screen.getByText('Alleen voor u')).toBeTruthy()
  })

  it('says who shared it once it is shared', () => {
    render(Inject, {
      item: item({ shared: { by: 'ciso', at: 1, stand_in: true } }),
      roles: { ciso: { name: 'Chief', short: 'CISO' } },
    })
    expect(screen.getByText('Gedeeld namens CISO (lege stoel)')).toBeTruthy()
  })
})
