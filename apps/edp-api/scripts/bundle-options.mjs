// How the product is bundled: one file for what every command needs, and chunks for the heavy libraries (spreadsheets,
// PDF, AWS), which load only when a command asks for them.
import { readFileSync } from 'node:fs'

/** Options of esbuild, but for what goes in and out. */
export const BUNDLE = {
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  conditions: ['@edp/source'],
  mainFields: ['module', 'main'],
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'linked',
  sourcemap: false,
  logLevel: 'warning',
  plugins: [{ name: 'buffer-from', setup: useBufferFrom }],
  // CommonJS libraries in the bundle ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as edpRequire } from 'node:module'; const require = edpRequire(import.meta.url);",
  },
}

/** archiver-utils uses the constructor of Buffer, about which Node warns everywhere but inside node_modules. */
function useBufferFrom({ onLoad }) {
  onLoad({ filter: /[\\/]archiver-utils[\\/].*\.js$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8')
      .replaceAll(/new Buffer\((size|0)\)/g, 'Buffer.alloc($1)')
      .replaceAll('new Buffer(', 'Buffer.from('),
    loader: 'js',
  }))
}
