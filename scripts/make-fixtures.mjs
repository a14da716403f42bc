// Writes the engineered sites that @edp/drawing is tested with: node --conditions=@edp/source --import tsx scripts/make-fixtures.mjs
import { writeFileSync } from 'node:fs'

import { COOLING_SITES_PATH, coolingSitesText, repositoryPath } from '../tools/testing/src/index.ts'

writeFileSync(repositoryPath(COOLING_SITES_PATH), coolingSitesText())
console.log(`${COOLING_SITES_PATH} written`)
