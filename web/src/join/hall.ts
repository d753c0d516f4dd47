/** Many tables: people are seated where there is room, unless they want to choose. */

import type { RoomInfo } from '../lib/wire'

export const isHall = (info: RoomInfo): boolean => info.teams.length > 6

type Table = RoomInfo['teams'][number]

/** Tables by their number or a part of their name; an exact one stands first. */
export function matching(tables: readonly Table[], wanted: string): Table[] {
  const word = wanted.trim().toLowerCase()
  if (word === '') return []
  const isIt = ({ name }: Table) => name.toLowerCase() === word || name.toLowerCase().endsWith(` ${word}`)
  return [...tables.filter(isIt), ...tables.filter((one) => !isIt(one) && one.name.toLowerCase().includes(word))].slice(
    0,
    5,
  )
}
