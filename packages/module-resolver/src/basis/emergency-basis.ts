import type { Basis, BlockElectrical } from '@edp/schemas'

/** Auxiliary relays of emergency power off and monitor modules of a block; another's switchgear has its own. */
export function emergencyBasis({ block_id, emergency_off: off }: BlockElectrical): Basis[] {
  if (off === null) return []
  const { auxiliary, monitor } = off
  return [
    {
      rule_id: 'EL-EPO-01',
      quantity: `Auxiliary relays ${auxiliary.tag} of ${off.lock_out}`,
      applies_to: block_id,
      value: auxiliary.relays_count,
      unit: '',
      formula: 'a contact for each compute container / contacts of a relay, rounded up',
      inputs: {
        containers: auxiliary.containers_count,
        contacts_of_a_relay: auxiliary.contacts_per_relay_count,
      },
      source: 'design choice (NFPA 70, 645.10 as a model); contacts of a relay: assumption',
    },
    {
      rule_id: 'EL-EPO-01',
      quantity: `Monitor modules of ${monitor.panel}`,
      applies_to: block_id,
      value: monitor.modules_count,
      unit: '',
      formula: 'fire alarm and fault of each compute container / inputs of a module, rounded up',
      inputs: { contacts: monitor.inputs_count, inputs_of_a_module: monitor.inputs_per_module_count },
      source: 'design choice (NFPA 72); inputs of a module: assumption',
    },
    {
      rule_id: 'EL-EPO-01',
      quantity: `Monitor modules of ${monitor.panel} at the battery skids`,
      applies_to: block_id,
      value: monitor.skids.modules_count,
      unit: '',
      formula: 'a module for fire alarm and fault of each battery unit',
      inputs: {
        battery_units: monitor.skids.units_count,
        inputs_of_a_module: monitor.skids.inputs_per_module_count,
      },
      source:
        'NFPA 855 and NFPA 72: signals of the battery at the panel of the site; inputs of a module: assumption',
    },
  ]
}
