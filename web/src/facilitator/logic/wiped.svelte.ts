/** The receipt of the room that was just wiped: it outlives the desk, whose room is gone. */

import type { Erased } from '../../lib/wire'

export const wiped = $state<{ receipt: Erased | undefined }>({ receipt: undefined })
