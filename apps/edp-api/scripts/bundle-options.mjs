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
  // Names stay: libraries look at those of their classes.
  minifyWhitespace: true,
  minifySyntax: true,
  plugins: [
    { name: 'no-archiver', setup: leaveArchiver },
    { name: 'workbook-writer', setup: takeWorkbookWriterOnly },
    { name: 'lazy-fontkit', setup: loadFontkitLazily },
  ],
  // CommonJS libraries in the bundle ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as edpRequire } from 'node:module'; const require = edpRequire(import.meta.url);",
  },
}

/** The workbook writer makes an archive that @edp/bom never fills (`parts-writer.ts`). */
function leaveArchiver({ onResolve, onLoad }) {
  onResolve({ filter: /^archiver$/ }, () => ({ path: 'no-archiver', namespace: 'edp' }))
  onLoad({ filter: /^no-archiver$/, namespace: 'edp' }, () => ({
    contents: 'module.exports = () => null',
    loader: 'js',
  }))
}

/** Of exceljs the writer alone: its readers, and the libraries under them, take as long to load as all the rest. */
function takeWorkbookWriterOnly({ onResolve, onLoad }) {
  onResolve({ filter: /^exceljs$/ }, ({ resolveDir }) => ({
    path: 'workbook-writer',
    namespace: 'edp',
    pluginData: resolveDir,
  }))
  onLoad({ filter: /^workbook-writer$/, namespace: 'edp' }, ({ pluginData: resolveDir }) => ({
    contents:
      "module.exports = { stream: { xlsx: { WorkbookWriter: require('exceljs/lib/stream/xlsx/workbook-writer') } } }",
    loader: 'js',
    resolveDir,
  }))
}

/**
 * Fontkit unpacks the dictionary of WOFF2 fonts and the tables of four scripts whenever it is loaded. The product's font is no
 * WOFF2, and of the tables it needs one.
 */
function loadFontkitLazily({ onLoad }) {
  onLoad({ filter: /[\\/]fontkit\.es\.js$/ }, ({ path }) => {
    const source = readFileSync(path, 'utf8')
    const without = source.replace(/^\s*dictionary\.init\(BrotliDecompressBuffer\);$/m, '')
    const contents = without.replaceAll(
      /^var (trie\S*) = new unicodeTrie\((\w+)\);$/gm,
      'var $1 = { get: function (code) { return (this.made || (this.made = new unicodeTrie($2))).get(code); } };',
    )
    if (without === source || contents === without)
      throw new Error(`${path}: its tables are loaded elsewhere now`)
    return { contents, loader: 'js' }
  })
}
