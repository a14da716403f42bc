import bom from '@edp/bom/package.json' with { type: 'json' }
import drawing from '@edp/drawing/package.json' with { type: 'json' }
import dtm from '@edp/dtm/package.json' with { type: 'json' }
import hardwareSelector from '@edp/hardware-selector/package.json' with { type: 'json' }
import installationGraph from '@edp/installation-graph/package.json' with { type: 'json' }
import moduleResolver from '@edp/module-resolver/package.json' with { type: 'json' }
import schemas from '@edp/schemas/package.json' with { type: 'json' }

import app from '../../package.json' with { type: 'json' }

/** Version of the service and the CLI. */
export const PRODUCT_VERSION: string = app.version

/** Versions of the packages that take part in making a package, for the manifest: artifacts carry none. */
export const PACKAGE_VERSIONS: Readonly<Record<string, string>> = Object.fromEntries(
  [app, bom, drawing, dtm, hardwareSelector, installationGraph, moduleResolver, schemas].map(
    ({ name, version }) => [name, version],
  ),
)
