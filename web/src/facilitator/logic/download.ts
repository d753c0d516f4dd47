/** A document by a ticket that works once, saved as a file; a page opens beside the desk. */

import { post } from '../../lib/api'
import type { Ticket, TicketBody } from '../../lib/wire'
import type { Desk } from '../desk.svelte'

export async function download(desk: Desk, body: TicketBody): Promise<void> {
  const language = desk.view.room.language === 'en' ? 'en' : 'nl'
  const ticket = await post<Ticket>(`api/rooms/${desk.code}/tickets`, { language, ...body }, desk.pass)
  const link = document.createElement('a')
  link.href = new URL(ticket.url, new URL('./', window.location.href)).href
  if (body.what === 'debrief.html') link.target = '_blank'
  else link.download = ''
  link.rel = 'noreferrer'
  document.body.append(link)
  link.click()
  link.remove()
}
