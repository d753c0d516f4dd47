import { afterEach, describe, expect, it } from 'vitest'
import { isFreeEnter, isTyping, Press } from './press'

afterEach(() => document.body.replaceChildren())

describe('the primary button', () => {
  it('takes one press a second', () => {
    let now = 0
    const press = new Press(() => now)
    expect(press.counts()).toBe(true)
    now = 999
    expect(press.counts()).toBe(false)
    now = 1000
    expect(press.counts()).toBe(true)
  })

  it('is not kept waiting by presses that did not count', () => {
    let now = 0
    const press = new Press(() => now)
    press.counts()
    now = 900
    press.counts()
    now = 1001
    expect(press.counts()).toBe(true)
  })
})

describe('Enter', () => {
  const enter = (init: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key: 'Enter', ...init })

  it('works with nothing focused', () => {
    expect(isFreeEnter(enter())).toBe(true)
  })

  it('does nothing while it is held or with another key', () => {
    expect(isFreeEnter(enter({ repeat: true }))).toBe(false)
    expect(isFreeEnter(enter({ ctrlKey: true }))).toBe(false)
    expect(isFreeEnter(enter({ key: ' ' }))).toBe(false)
  })

  it('belongs to whatever has the focus', () => {
    const button = document.createElement('button')
    document.body.append(button)
    button.focus()
    expect(isFreeEnter(enter())).toBe(false)
  })

  it('does nothing behind a dialog', () => {
    const dialog = document.createElement('dialog')
    dialog.setAttribute('open', '')
    document.body.append(dialog)
    expect(isFreeEnter(enter())).toBe(false)
  })
})

it('knows a field from a page', () => {
  const area = document.createElement('textarea')
  document.body.append(area)
  expect(isTyping(area)).toBe(true)
  expect(isTyping(document.body)).toBe(false)
  expect(isTyping(null)).toBe(false)
})
