import { parseAssemblySpec, parseAssemblyTopology } from '@edp/hardware-selector'
import type { AssemblySpec, AssemblyTopology } from '@edp/schemas'

import type { Parser } from './parsed-texts.ts'

/** Parsers of the texts of an assembly, by the names of their files. */
export const PARSERS = {
  spec: { kind: 'spec', parse: parseAssemblySpec },
  topology: { kind: 'topology', parse: parseAssemblyTopology },
} as const satisfies { spec: Parser<AssemblySpec>; topology: Parser<AssemblyTopology> }
