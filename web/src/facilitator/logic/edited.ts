/** Whether a message of the scenario has other words in a team (or, without one, in any). */

import type { DeskView, EditedWords } from '../../lib/wire'

export function editedIn(view: DeskView, thing: string, team: string | undefined): EditedWords | undefined {
  const teams = team === undefined ? Object.values(view.teams) : [view.teams[team]]
  return teams.map((one) => one?.news[thing]?.edited).find((words) => words !== undefined)
}

/** Names of the teams that get other words. */
export function editedTeams(view: DeskView, thing: string): string[] {
  return Object.values(view.teams)
    .filter((team) => team.news[thing]?.edited !== undefined)
    .map((team) => team.name)
}
