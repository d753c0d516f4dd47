import { expect, test } from 'vitest'
import { Alerts } from './alerts'

test('what is there when the page opens makes no sound', () => {
  expect(new Alerts().hear([{ id: 'a', at: 1000 }], 1000)).toBe(false)
})

test('a new message sounds once', () => {
  const alerts = new Alerts()
  alerts.hear([], 0)
  expect(alerts.hear([{ id: 'a', at: 1000 }], 1200)).toBe(true)
  expect(alerts.hear([{ id: 'a', at: 1000 }], 1300)).toBe(false)
})

test('what was missed and comes late makes no sound', () => {
  const alerts = new Alerts()
  alerts.hear([], 0)
  expect(alerts.hear([{ id: 'a', at: 1000 }], 60_000)).toBe(false)
  expect(alerts.hear([{ id: 'a', at: 1000 }], 60_001)).toBe(false)
})

test('one that went away and came back was heard before', () => {
  const alerts = new Alerts()
  alerts.hear([], 0)
  alerts.hear([{ id: 'a', at: 10 }], 10)
  alerts.hear([], 20)
  expect(alerts.hear([{ id: 'a', at: 30 }], 30)).toBe(false)
})
