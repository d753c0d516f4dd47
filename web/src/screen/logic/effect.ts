import { inOrder } from '../../lib/order'
import type { ScreenQuestion, ScreenView } from '../../lib/wire'
import { teamsOf } from './result'

export interface EffectGroup {
  option: string
  label: string
  names: string[]
  consequence: string
  moves: Array<{ id: string; name: string; by: number }>
}

/** Teams that chose the same stand together, in the order of the options: the same choice has the same consequence. */
export function groupsOf(view: ScreenView, question: ScreenQuestion): EffectGroup[] {
  const groups = new Map<string, EffectGroup>()
  const teams = teamsOf(view, question).filter(({ part }) => part.state === 'effective')
  for (const [option, label] of [
    ...inOrder(question.options).map(([id, line]) => [id, line.label] as const),
    ['', ''],
  ]) {
    for (const { id, name, part } of teams) {
      if ((part.option ?? '') !== option) continue
      const group = groups.get(option)
      if (group !== undefined) {
        group.names.push(name)
        continue
      }
      const effect = question.effects?.[option]
      const all = effect?.moves ?? part.moves
      const moves = inOrder(view.averages ?? view.teams[id]?.indicators).flatMap(([key, indicator]) => {
        const by = all?.[key]
        return by === undefined || by === 0 ? [] : [{ id: key, name: indicator.name, by }]
      })
      groups.set(option, {
        option,
        label: label ?? '',
        names: [name],
        consequence: effect?.consequence ?? part.consequence ?? '',
        moves,
      })
    }
  }
  return [...groups.values()]
}
