// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const screens = ['shared', 'join', 'participant', 'facilitator', 'screen', 'observer', 'talk', 'test', 'follow']

const catalogue = (screen: string, locale: string): Record<string, unknown> => {
  const { $schema, ...messages } = JSON.parse(readFileSync(`messages/${screen}/${locale}.json`, 'utf8'))
  expect($schema).toBeTypeOf('string')
  return messages
}

describe.each(screens)('the messages of %s', (screen) => {
  it('carry the name of their catalogue, so that two people never add one key', () => {
    for (const key of Object.keys(catalogue(screen, 'nl'))) expect(key).toMatch(new RegExp(`^${screen}_[a-z0-9_]+$`))
  })

  it('exist in Dutch before they exist in English', () => {
    const dutch = catalogue(screen, 'nl')
    for (const key of Object.keys(catalogue(screen, 'en'))) expect(dutch).toHaveProperty(key)
  })
})
