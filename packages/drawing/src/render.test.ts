import type { Drawing } from '@edp/schemas'
import { expect, test } from 'vitest'

import { renderDxf, renderPdf } from './index.ts'

function drawing(value: string): Drawing {
  return {
    schema: 'edp.drawing/1',
    drawing_id: 'sld',
    title_block: {
      legal_owner: value,
      site_name: value,
      document_number: 'EDP-00000000-E-SLD',
      document_type: 'Single line diagram',
      title: 'Test',
      revision: '00000000',
      status: 'PRELIMINARY - NOT FOR CONSTRUCTION',
      creator: 'EDP generator',
      approval: 'PENDING PE REVIEW',
      responsible_department: 'Electrical engineering',
      language: 'en',
    },
    layers: [{ name: 'E-TEST', description: 'Test', aci: 7, rgb: [0, 0, 0], lineweight_mm: 0.35 }],
    linetypes: [],
    symbols: [
      {
        name: 'BOX',
        description: 'Box',
        source: 'test',
        attributes: ['TAG'],
        bounds: [-2, -2, 2, 2],
        items: [{ kind: 'circle', layer: '0', centre: [0, 0], radius: 2 }],
      },
    ],
    sheets: [
      {
        sheet_id: 'one',
        size: 'A3',
        title: 'One',
        notes: [value],
        items: [
          { kind: 'line', layer: 'E-TEST', from: [50, 100], to: [100, 100] },
          { kind: 'text', layer: 'E-TEST', at: [50, 120], height: 2.5, value },
          { kind: 'use', layer: 'E-TEST', symbol: 'BOX', at: [70, 150], attributes: { TAG: value } },
        ],
      },
    ],
  }
}

const entities = (dxf: Uint8Array): Record<string, number> => {
  const lines = new TextDecoder().decode(dxf).split('\r\n')
  const counts: Record<string, number> = {}
  const start = lines.indexOf('ENTITIES')
  for (let i = start + 1; i + 1 < lines.length && lines[i + 1] !== 'ENDSEC'; i += 2) {
    if (lines[i]?.trim() === '0') counts[lines[i + 1] ?? ''] = (counts[lines[i + 1] ?? ''] ?? 0) + 1
  }
  return counts
}

test('a hostile text adds no entity and no line to a DXF', () => {
  const plain = entities(renderDxf(drawing('PLAIN B  0 LINE')))
  expect(plain['LINE']).toBeGreaterThan(0)
  expect(entities(renderDxf(drawing('PLAIN\nB\r\n0\nLINE')))).toEqual(plain)
})

test('the same drawing gives the same bytes, also after another drawing', async () => {
  const first = drawing('Zürich Süd – Łódź Ωμέγα 東京 "=1+1"')
  const [dxf, pdf] = [renderDxf(first), await renderPdf(first)]
  renderDxf(drawing('another'))
  expect(renderDxf(first)).toEqual(dxf)
  expect(await renderPdf(first)).toEqual(pdf)
})

test('an unknown layer and an unknown symbol are named', () => {
  const broken = { ...drawing('x'), layers: [], symbols: [] }
  expect(() => renderDxf(broken)).toThrow(/E-TEST[\s\S]*BOX|layer[\s\S]*symbol/)
})
