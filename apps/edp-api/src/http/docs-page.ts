interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: string | number | boolean
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly $ref?: string
  readonly format?: string
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}
interface Media {
  readonly schema: Schema
  readonly example?: unknown
}
interface Operation {
  readonly summary: string
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, Media>> }>
  >
}
interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** Style of the page; its own resource, so that the content security policy needs no exception. */
export const DOCS_STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; background: #fff }
code, .method { font-family: ui-monospace, monospace }
.method { font-weight: 700; text-transform: uppercase; color: #0a5c36; margin-right: .5rem }
section { border-top: 1px solid #d0d7de; padding-top: .5rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% }
th:first-child { width: 13rem }
pre { padding: .75rem; overflow-x: auto; background: #f6f8fa; font-size: .875rem }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #eaeef2 }
a { color: #0b57d0 }
@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #0d1117 } a { color: #6cb6ff } .method { color: #56d364 } pre { background: #161b22 } }
`

/** The description of the interface as a page to read, without scripts and without anything from elsewhere. */
export function docsPage(document: unknown): string {
  const { info, paths, components } = document as Document
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(info.title)} ${escape(info.version)}</title>
<link rel="stylesheet" href="/edp-api/docs/style.css">
</head>
<body>
<h1>${escape(info.title)} <small>${escape(info.version)}</small></h1>
<p>${escape(info.description)}</p>
<p><a href="/edp-api/openapi.json">openapi.json</a></p>
${Object.entries(paths)
  .flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => operationSection(method, path, operation)),
  )
  .join('\n')}
<h2>Schemas</h2>
${Object.entries(components.schemas)
  .map(([name, schema]) => schemaSection(name, schema))
  .join('\n')}
</body>
</html>
`
}

function operationSection(method: string, path: string, operation: Operation): string {
  const body = operation.requestBody?.content['application/json']
  const example =
    body?.example === undefined ? '' : `<pre>${escape(JSON.stringify(body.example, null, 2))}</pre>`
  const rows = Object.entries(operation.responses).map(([status, response]) => {
    const schema = Object.values(response.content ?? {})[0]?.schema
    return `<tr><td><code>${escape(status)}</code></td><td>${escape(response.description)}</td><td>${schema === undefined ? '' : typeOf(schema)}</td></tr>`
  })
  return `<section>
<h2><span class="method">${escape(method)}</span><code>${escape(path)}</code></h2>
<p>${escape(operation.summary)}</p>
${body === undefined ? '' : `<p>Body: ${typeOf(body.schema)}, for example</p>${example}`}
<table><thead><tr><th>Status</th><th>Meaning</th><th>Body</th></tr></thead><tbody>${rows.join('')}</tbody></table>
</section>`
}

function schemaSection(name: string, schema: Schema): string {
  const required = new Set(schema.required)
  const rows = Object.entries(schema.properties ?? {}).map(
    ([field, property]) =>
      `<tr><td><code>${escape(field)}</code>${required.has(field) ? '' : ' (optional)'}</td><td>${typeOf(property)}</td><td>${escape(property.description ?? '')}</td></tr>`,
  )
  return `<section id="${escape(name)}">
<h3>${escape(name)}</h3>
<table><thead><tr><th>Field</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>
</section>`
}

/** A type in words, linked where it has a section of its own. */
function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const name = escape(schema.$ref.split('/').at(-1) ?? '')
    return `<a href="#${name}">${name}</a>`
  }
  if (schema.enum !== undefined)
    return schema.enum.map((value) => `<code>${escape(String(value))}</code>`).join(' ')
  if (schema.const !== undefined) return `<code>${escape(String(schema.const))}</code>`
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ')
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`
  if (schema.type === 'object')
    return `object { ${Object.keys(schema.properties ?? {})
      .map((key) => `<code>${escape(key)}</code>`)
      .join(' ')} }`
  const parts = [schema.type ?? 'any', schema.format, ...limitsOf(schema)]
  return escape(parts.filter((part) => part !== undefined).join(', '))
}

function limitsOf({ minimum, exclusiveMinimum, maximum, maxLength }: Schema): string[] {
  const limits: [string, number | undefined][] = [
    ['from', minimum],
    ['above', exclusiveMinimum],
    ['up to', maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum],
    ['characters up to', maxLength],
  ]
  return limits.flatMap(([word, limit]) =>
    limit === undefined ? [] : `${word} ${limit.toLocaleString('en')}`,
  )
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
