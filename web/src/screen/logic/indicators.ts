import { inOrder } from '../../lib/order'
import type { IndicatorMove, IndicatorPart, ScreenDecision } from '../../lib/wire'

export interface Travelled {
  id: string
  part: IndicatorPart
  /** Where it came from. */
  from: number
  by: number
}

export const lastMove = (part: IndicatorPart): IndicatorMove | undefined =>
  Object.values(part.moves).reduce<IndicatorMove | undefined>(
    (last, move) => (last === undefined || move.at >= last.at ? move : last),
    undefined,
  )

const clamp = (value: number): number => Math.min(100, Math.max(0, value))

/** The indicators that a decision moved, as they stand now; the largest move first. */
export function travelled(part: ScreenDecision, indicators: Record<string, IndicatorPart>): Travelled[] {
  return inOrder(indicators)
    .flatMap(([id, indicator]) => {
      const by = part.moves?.[id]
      return by === undefined || by === 0 ? [] : [{ id, part: indicator, by, from: clamp(indicator.value - by) }]
    })
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by))
}
