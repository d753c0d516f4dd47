/** What was measured, in plain words, with what to do about it. */

import { m } from '../lib/paraglide/messages.js'
import type { Delay, Transport } from './probe'

export type Level = 'good' | 'fair' | 'poor'

export interface Verdict {
  level: Level
  text: string
}

/** Milliseconds; above these a press is felt to lag, and a vote may come late. */
const LAGS = 300
const SLOW = 1000
const CLOCK = 30_000

export function transportVerdict(transport: Transport): Verdict {
  if (transport === 'websocket') return { level: 'good', text: m.test_websocket() }
  if (transport === 'polling') return { level: 'fair', text: m.test_polling() }
  return { level: 'poor', text: m.test_none() }
}

export function delayVerdict(delay: Delay | undefined): Verdict {
  if (delay === undefined) return { level: 'poor', text: m.test_unreachable() }
  const ms = delay.median
  if (ms <= LAGS) return { level: 'good', text: m.test_quick({ ms }) }
  if (ms <= SLOW) return { level: 'fair', text: m.test_lags({ ms }) }
  return { level: 'poor', text: m.test_slow({ ms }) }
}

/** The game counts by the server's clock, so that a wrong one is never worse than a remark. */
export function clockVerdict(delay: Delay | undefined): Verdict | undefined {
  if (delay === undefined) return undefined
  const off = Math.abs(delay.offset)
  if (off < CLOCK) return { level: 'good', text: m.test_clock_right() }
  const time = off < 120_000 ? m.test_seconds({ n: Math.round(off / 1000) }) : minutes(off)
  return { level: 'fair', text: delay.offset > 0 ? m.test_clock_fast({ time }) : m.test_clock_late({ time }) }
}

const minutes = (ms: number): string => m.test_minutes({ n: Math.round(ms / 60_000) })

export function browserVerdict(keeps: boolean): Verdict {
  return keeps ? { level: 'good', text: m.test_browser_good() } : { level: 'fair', text: m.test_browser_private() }
}

export function screenVerdict(width: number, height: number): Verdict {
  const size = `${width} × ${height}`
  if (width >= 1280 && height >= 600) return { level: 'good', text: m.test_screen_large({ size }) }
  if (width >= 320) return { level: 'good', text: m.test_screen_own({ size }) }
  return { level: 'fair', text: m.test_screen_small({ size }) }
}

export function overall(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some(({ level }) => level === 'poor')) return { level: 'poor', text: m.test_all_poor() }
  if (verdicts.some(({ level }) => level === 'fair')) return { level: 'fair', text: m.test_all_fair() }
  return { level: 'good', text: m.test_all_good() }
}
