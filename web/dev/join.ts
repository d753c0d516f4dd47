/** What the server would answer to the join page. */

import { roles } from './words'

const roleIds = Object.keys(roles)

const room = (teams: number, door: boolean) => ({
  code: 'K7MP3XQ9',
  title: 'Natte Meren: de lange vrijdag',
  municipality: 'Natte Meren',
  status: 'lobby',
  language: 'nl',
  languages: ['nl'],
  door,
  named: false,
  retention_days: 30,
  privacy:
    'Uw stem is geheim tot de onthulling; alleen de gespreksleider kan hem eerder zien. Daarna ziet uw team de stemmen per rol. Alles wordt 30 dagen na de sessie gewist.',
  teams: Array.from({ length: teams }, (_, index) => ({
    id: `t${index + 1}`,
    name: teams > 2 ? `Tafel ${index + 1}` : ['Natte Meren', 'Drogenbroek'][index],
    free: Object.fromEntries(roleIds.map((id, place) => [id, index === 0 && place < 2 ? 0 : 1])),
    taken: Object.fromEntries(roleIds.map((id, place) => [id, index === 0 && place < 2 ? 1 : 0])),
  })),
  roles: roleIds.map((id) => ({ id, ...roles[id] })),
})

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

export function answerFetch(state: string): void {
  window.fetch = async (input, init) => {
    const url = String(input)
    await new Promise((done) => setTimeout(done, 80))
    if (url.endsWith('/seats'))
      return json({ code: 'role_taken', detail: 'Deze rol is al bezet. Kies een andere rol.', status: 409 }, 409)
    if (url.endsWith('/claims')) return json({ claim: 'c1', state: 'waiting' }, 202)
    if (url.endsWith('/keeps')) return json({ seat: 's3' }, 201)
    if (url.endsWith('/tickets')) return json({ code: 'x', detail: 'Deze download is verlopen.' }, 409)
    if (init?.method === 'POST') return json({}, 200)
    if (state === 'join-wrong')
      return json(
        { code: 'unknown_code', detail: 'Deze code kennen we niet. Controleer de acht tekens op het scherm.' },
        404,
      )
    return json(room(state === 'join-hall' ? 60 : state === 'join-two' ? 2 : 1, state !== 'join-closed'))
  }
}
