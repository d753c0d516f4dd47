import CircleCheck from '@lucide/svelte/icons/circle-check'
import CircleHelp from '@lucide/svelte/icons/circle-question-mark'
import Footprints from '@lucide/svelte/icons/list-checks'
import Waypoints from '@lucide/svelte/icons/scale'
import type { Component } from 'svelte'
import { m } from '../lib/paraglide/messages.js'
import type { PictureLine } from '../lib/wire'

interface Kind {
  id: PictureLine['kind']
  title: () => string
  one: () => string
  hint: () => string
  none: () => string
  Icon: Component<{ 'aria-hidden'?: 'true' }>
}

export const KINDS: Kind[] = [
  {
    id: 'fact',
    title: m.participant_facts,
    one: m.participant_fact,
    hint: m.participant_fact_hint,
    none: m.participant_facts_none,
    Icon: CircleCheck,
  },
  {
    id: 'assumption',
    title: m.participant_assumptions,
    one: m.participant_assumption,
    hint: m.participant_assumption_hint,
    none: m.participant_assumptions_none,
    Icon: Waypoints,
  },
  {
    id: 'unknown',
    title: m.participant_unknowns,
    one: m.participant_unknown,
    hint: m.participant_unknown_hint,
    none: m.participant_unknowns_none,
    Icon: CircleHelp,
  },
  {
    id: 'action',
    title: m.participant_actions,
    one: m.participant_action,
    hint: m.participant_action_hint,
    none: m.participant_actions_none,
    Icon: Footprints,
  },
]
