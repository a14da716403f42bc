import type { Finding } from '@edp/schemas'

import { finding } from './checks.ts'
import type { FindingsInput } from './findings-input.ts'
import { counted, plural } from './counted.ts'

/** Lines that the tier excludes, and those that need a certificate of their supplier. */
export function procurementFindings({ items, resolution }: FindingsInput): Finding[] {
  const excluded = items.filter((i) => i.sourcing.excluded)
  const open = items.filter((i) => i.sourcing.supplier_certificate_required)
  const government = resolution.sourcing_tier !== 'commercial'
  return [
    ...(excluded.length === 0
      ? []
      : [
          finding(
            'PROC-001',
            `${counted(excluded.length, 'line')} of the bill of materials ${plural(excluded.length, 'is', 'are')} excluded in tier ${resolution.sourcing_tier}.`,
            excluded.map((i) => i.item_id),
            {
              lines: excluded.length,
            },
          ),
        ]),
    ...(government && open.length > 0
      ? [
          finding(
            'PROC-002',
            `${counted(open.length, 'line')} besides those of cables and hoses ${plural(open.length, 'needs', 'need')} a supplier certificate of origin and compliance; software cannot certify.`,
            [resolution.sourcing_tier],
            {
              lines: open.length,
            },
          ),
        ]
      : []),
  ]
}
