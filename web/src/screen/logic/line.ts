import type { Connection } from '../../lib/connection.svelte'
import type { ScreenView } from '../../lib/wire'

/** What the stage asks of a connection, so that a fixture can stand in for it. */
export type Line = Pick<Connection<ScreenView>, 'view' | 'status' | 'at' | 'bye'>
