/**
 * What this device and network can do, without a room and without a pass.
 *
 * The door refuses a handshake without a pass, and that refusal is the proof: it travelled over the same WebSocket, both
 * ways, as a game would. Nothing is looked up and nothing is kept for it.
 */

import { ask, get } from '../lib/api'
import { under } from '../lib/place'
import type { Pong } from '../lib/wire'

const PATIENCE = 8000
const PINGS = 6

export type Transport = 'websocket' | 'polling' | 'none'

/** Milliseconds. `offset`: how far this device's clock is ahead of the server's. */
export interface Delay {
  median: number
  offset: number
}

/** Whether an answer comes back over a WebSocket. */
export function hasWebSocket(patience = PATIENCE): Promise<boolean> {
  return new Promise((done) => {
    const address = new URL(under('socket.io/?EIO=4&transport=websocket'))
    address.protocol = address.protocol.replace('http', 'ws')
    const socket = new WebSocket(address)
    const end = (works: boolean) => {
      clearTimeout(timer)
      socket.close()
      done(works)
    }
    const timer = setTimeout(() => end(false), patience)
    socket.onerror = () => end(false)
    socket.onclose = () => end(false)
    socket.onmessage = ({ data }) => {
      if (String(data).startsWith('0')) socket.send('40{}')
      else if (String(data).startsWith('44')) end(true)
    }
  })
}

async function hasPolling(): Promise<boolean> {
  try {
    await ask('socket.io/?EIO=4&transport=polling')
    return true
  } catch {
    return false
  }
}

export async function findTransport(): Promise<Transport> {
  if (await hasWebSocket()) return 'websocket'
  return (await hasPolling()) ? 'polling' : 'none'
}

/** Undefined: the server cannot be reached. The first ping warms the line up and does not count. */
export async function measureDelay(): Promise<Delay | undefined> {
  const trips: Array<{ trip: number; offset: number }> = []
  try {
    for (let turn = 0; turn <= PINGS; turn++) {
      const began = performance.now()
      const { now } = await get<Pong>('api/ping')
      const trip = performance.now() - began
      if (turn > 0) trips.push({ trip, offset: Date.now() - trip / 2 - now })
    }
  } catch {
    return undefined
  }
  return summary(trips)
}

/** The quickest ping tells the time best. */
export function summary(trips: ReadonlyArray<{ trip: number; offset: number }>): Delay | undefined {
  const sorted = [...trips].sort((a, b) => a.trip - b.trip)
  const middle = sorted[Math.floor(sorted.length / 2)]
  const quickest = sorted[0]
  return middle && quickest && { median: Math.round(middle.trip), offset: Math.round(quickest.offset) }
}

/** Whether this browser keeps a chair after it is closed. */
export function keepsChair(): boolean {
  try {
    localStorage.setItem('crisistafel.probe', '1')
    localStorage.removeItem('crisistafel.probe')
    return true
  } catch {
    return false
  }
}
