/** Chairs that nobody sits on, as choices. */

import type { Desk } from '../desk.svelte'

export interface Chair {
  /** `<team>/<role>` */
  value: string
  label: string
  team: string
  role: string
}

export const freeChairs = (desk: Desk): Chair[] =>
  desk.teams.flatMap((team) =>
    Object.entries(team.free)
      .filter(([, count]) => count > 0)
      .map(([role]) => ({
        value: `${team.id}/${role}`,
        label: desk.several ? `${team.name}: ${desk.role(role)}` : desk.role(role),
        team: team.id,
        role,
      })),
  )
