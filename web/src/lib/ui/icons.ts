import Building from '@lucide/svelte/icons/building-2'
import Coins from '@lucide/svelte/icons/coins'
import Database from '@lucide/svelte/icons/database'
import Handshake from '@lucide/svelte/icons/handshake'
import Shield from '@lucide/svelte/icons/shield'
import Wrench from '@lucide/svelte/icons/wrench'
import type { IndicatorPart } from '../wire'

export const ICONS = {
  handshake: Handshake,
  building: Building,
  database: Database,
  shield: Shield,
  coins: Coins,
  wrench: Wrench,
}

/** The hue of each indicator, named after its token. */
export const HUES: Record<IndicatorPart['icon'], string> = {
  handshake: 'trust',
  building: 'service',
  database: 'data',
  shield: 'order',
  coins: 'cost',
  wrench: 'recovery',
}
