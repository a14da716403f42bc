// Writes zlib, as the package @zip.js/zip.js has compiled it to WebAssembly, into @edp/schemas.
// Run by hand after a change of that package: node scripts/make-zlib.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const path = 'node_modules/@zip.js/zip.js'
const bytes = readFileSync(`${path}/dist/zip-module.wasm`)
const { version } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'))
writeFileSync(
  'packages/schemas/src/deflate/zlib-wasm.generated.ts',
  `// Made by scripts/make-zlib.mjs: dist/zip-module.wasm of @zip.js/zip.js ${version}, base64. Licences: ZLIB.txt in the package.
export const ZLIB_WASM_BASE64 =
  '${bytes.toString('base64')}'
`,
)
console.log(`${bytes.length} bytes of @zip.js/zip.js ${version}`)
