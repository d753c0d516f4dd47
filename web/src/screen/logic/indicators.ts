import { inOrder } from '../../lib/order'
import type { IndicatorMove, IndicatorPart, ScreenDecision } from '../../lib/wire'

export interface Travelled {
  id: string
  /** Its value is the level that it came to. */
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

/** The indicators that a decision moved, each as it stood after just that; the largest move first. */
export function travelled(part: ScreenDecision, indicators: Record<string, IndicatorPart>): Travelled[] {
  return inOrder(indicators)
    .flatMap(([id, indicator]) => {
      const version = part.moved?.[id]
      const move = version === undefined ? undefined : indicator.moves[version]
      if (move === undefined) return []
      const value = indicator.value - movedSince(indicator, Number(version))
      return [{ id, part: { ...indicator, value }, by: move.by, from: value - move.by }]
    })
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by))
}

/** In points, by all moves after this one. */
const movedSince = (indicator: IndicatorPart, version: number): number =>
  Object.entries(indicator.moves)
    .filter(([later]) => Number(later) > version)
    .reduce((sum, [, { by }]) => sum + by, 0)
