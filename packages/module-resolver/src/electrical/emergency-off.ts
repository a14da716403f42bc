import type { BlockElectrical, Breaker, EmergencyOff } from '@edp/schemas'

import { EMERGENCY_LOCK_OUT, LOCK_OUT_PANEL } from './emergency-lock-out.ts'

/** Relays that multiply the contacts of the lock-out relay: X is an auxiliary relay in IEEE C37.2. */
const AUXILIARY = `${EMERGENCY_LOCK_OUT}X`

/** Contacts of an auxiliary relay, 125 V DC coil. Source: `assumption`, common product lines with four contacts. */
const CONTACTS = 4

/** Fire alarm panel of the grid container, and the inputs of a monitor module on its loop. Source: `assumption`, makers' ten-input modules. */
export const FIRE_PANEL = 'fap-01'
const MODULE_INPUTS = 10

/** Contacts of a compute container or a battery unit that are read: fire alarm, and fault of its panel. */
const MONITORED = 2

/** Inputs of the monitor module of a skid, which reads its battery unit. Source: `assumption`, makers' modules of two inputs. */
const SKID_MODULE_INPUTS = 2

type Switched = Pick<
  BlockElectrical,
  'supplies' | 'bess_branches' | 'earthing_transformer' | 'transformers' | 'feeders'
>

/**
 * What emergency power off of a grid container sets off. It opens all that can feed the block (NFPA 70, 706.15 and 645.10 as a model), and
 * over a contact for each compute container what their own buttons open: their UPS goes on for minutes otherwise.
 */
export function emergencyOffOf(block: Switched): EmergencyOff {
  const { supplies, bess_branches, earthing_transformer: earthing, feeders } = block
  const opens = [...supplies, ...bess_branches].map(({ breaker }) => breaker.tag)
  const containers_count = new Set(
    feeders.flatMap(({ kind, load_module_id: id }) => (kind === 'compute' && id !== null ? [id] : [])),
  ).size
  const inputs_count = MONITORED * containers_count
  const units_count = bess_branches.reduce((sum, { units }) => sum + units.length, 0)
  return {
    lock_out: EMERGENCY_LOCK_OUT,
    panel: LOCK_OUT_PANEL,
    set_at: `${LOCK_OUT_PANEL}.EPO`,
    acts_from: `${LOCK_OUT_PANEL}.TRIP`,
    opens,
    blocks: [...opens, ...(earthing === null ? [] : [earthing.breaker.tag])],
    stops_skids: bess_branches.length > 0,
    auxiliary: {
      tag: AUXILIARY,
      relays_count: Math.ceil(containers_count / CONTACTS),
      contacts_per_relay_count: CONTACTS,
      containers_count,
    },
    monitor: {
      panel: FIRE_PANEL,
      inputs_count,
      inputs_per_module_count: MODULE_INPUTS,
      modules_count: Math.ceil(inputs_count / MODULE_INPUTS),
      skids: {
        units_count,
        inputs_per_module_count: SKID_MODULE_INPUTS,
        modules_count: Math.ceil(MONITORED / SKID_MODULE_INPUTS) * units_count,
      },
    },
  }
}

/** The same as a sentence of the table of interlocks. */
export function emergencyRule({
  lock_out,
  panel,
  opens,
  blocks,
  stops_skids,
  auxiliary,
}: EmergencyOff): string {
  const skids = stops_skids ? ', stops every battery skid by its trip cable' : ''
  const held = blocks.filter((tag) => !opens.includes(tag)).map((tag) => `${tag} `)
  return `Doors: ${lock_out} in ${panel}, reset there by hand, shunt-trips ${opens.join(', ')}${skids}, over ${auxiliary.tag} sets off that of each container; blocks their closing, ${held.join('')}and black start.`
}

/** The block with its lock-out relay at every breaker that it keeps from closing. */
export function withLockOut<T extends Pick<Switched, 'supplies' | 'bess_branches' | 'earthing_transformer'>>(
  block: T,
  off: EmergencyOff | null,
): T {
  if (off === null) return block
  const { earthing_transformer: earthing } = block
  const locked = <B extends { readonly breaker: Breaker }>(one: B): B =>
    off.blocks.includes(one.breaker.tag)
      ? { ...one, breaker: { ...one.breaker, emergency_lock_out: off.lock_out } }
      : one
  return {
    ...block,
    supplies: block.supplies.map(locked),
    bess_branches: block.bess_branches.map(locked),
    earthing_transformer: earthing === null ? null : locked(earthing),
  }
}
