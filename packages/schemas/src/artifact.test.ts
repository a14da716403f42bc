import { expect, test } from 'vitest'

import { artifactKey, artifactRefs, splitUrl } from './artifact.ts'
import type { AssemblyUrls, HardwareSelection } from './hardware-selection.ts'

const ID = '5f0c1c1e-52a5-4f0e-9d0a-0d6b1a7c2e01'
const assembly = (path: string): AssemblyUrls => ({
  step: `s3://b-1/${path}.step`,
  glb: `s3://b-1/${path}.glb`,
  spec_yaml: `s3://b-1/${path}.yaml`,
  topology_yaml: `s3://b-1/${path}.yaml`,
})
const plate = (id: string): HardwareSelection['interface_plates'][number] => ({
  id,
  step: 's3://b-1/p.step',
  dxf: 's3://b-1/p.dxf',
  pdf: 's3://b-1/p.pdf',
})

test('the files of a package stand in the order of the artifact table of the seed', () => {
  const refs = artifactRefs(
    { deployment_id: ID },
    {
      compute_container: assembly('c'),
      grid_container: assembly('g'),
      interface_plates: [plate('CG'), plate('BG-AC')],
    },
  )
  expect(refs.map((ref) => ref.url.replace(`s3://arcnode-artifacts/edp/${ID}/`, ''))).toEqual([
    'bom.json',
    'bom.xlsx',
    'compute_container.step',
    'compute_container.glb',
    'grid_container.step',
    'grid_container.glb',
    'plate_cg.step',
    'plate_cg.dxf',
    'plate_cg.pdf',
    'plate_bg-ac.step',
    'plate_bg-ac.dxf',
    'plate_bg-ac.pdf',
    'sld.dxf',
    'sld.pdf',
    'pid_cooling.dxf',
    'pid_cooling.pdf',
    'comms.dxf',
    'comms.pdf',
    'cable_hose_schedule.json',
    'cable_hose_schedule.xlsx',
    'installation_graph.dxf',
    'installation_graph.pdf',
    'dtm.json',
  ])
  expect(refs.filter((ref) => ref.plate_id !== null).map((ref) => ref.kind)).toEqual(
    Array(6).fill('interface_plate'),
  )
})

test('without a grid container there are no grid container models', () => {
  const refs = artifactRefs(
    { deployment_id: ID },
    { compute_container: assembly('c'), grid_container: null, interface_plates: [plate('CG')] },
  )
  expect(refs.some((ref) => ref.kind === 'grid_container_3d')).toBe(false)
})

test('the key of a plate holds its id in lower case', () => {
  expect(artifactKey(ID, 'interface_plate', 'step', 'CG')).toBe(`edp/${ID}/plate_cg.step`)
})

test('a url splits into bucket and key', () => {
  expect(splitUrl('s3://arcnode-artifacts/plates/CG/v1/plate.step')).toEqual({
    bucket: 'arcnode-artifacts',
    key: 'plates/CG/v1/plate.step',
  })
})
