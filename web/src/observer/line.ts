import type { Connection } from '../lib/connection.svelte'
import type { ObserverView } from '../lib/wire'

/** What the page asks of a connection, so that a fixture can stand in for it. */
export type Line = Pick<Connection<ObserverView>, 'view' | 'status' | 'at' | 'send' | 'pending' | 'bye'>
