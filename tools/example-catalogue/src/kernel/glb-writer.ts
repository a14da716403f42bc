import { Document, NodeIO, type Material, type Mesh, type Node } from '@gltf-transform/core'

import type { Assembly, Extras, Instance, Model, Part, Vector } from './scene.ts'
import { placed } from './scene.ts'
import { linearRgb } from './step-writer.ts'

/** Chord error of curved faces, mm, and largest angle between two facets, rad. */
const TOLERANCE = { tolerance: 3, angularTolerance: 0.6 }

/** Facets of one colour, in the frame of the node that shows them, metres and y up. */
interface Facets {
  readonly positions: number[]
  readonly normals: number[]
  readonly triangles: number[]
}

/**
 * Renders a model as binary glTF: metres, y up, one node per placed thing with its facts in `extras`, one mesh per kind of thing with one
 * primitive per colour. What a thing consists of is not kept apart, unless it carries facts of its own: that keeps draw calls few.
 */
export async function renderGlb(root: Assembly): Promise<Uint8Array> {
  const document = new Document()
  document.getRoot().getAsset().generator = 'EDP example catalogue'
  const buffer = document.createBuffer()
  const materials = new Map<string, Material>()
  const meshes = new Map<Model, Mesh>()

  const materialOf = (key: string): Material => {
    const known = materials.get(key)
    if (known) return known
    const [colour = '', alpha = '1'] = key.split('/')
    const opacity = Number(alpha)
    const material = document
      .createMaterial(key)
      .setBaseColorFactor([...linearRgb(colour), opacity])
      .setMetallicFactor(0.1)
      .setRoughnessFactor(0.7)
      .setAlphaMode(opacity < 1 ? 'BLEND' : 'OPAQUE')
      .setDoubleSided(opacity < 1)
    materials.set(key, material)
    return material
  }
  const accessor = (
    type: 'VEC3' | 'SCALAR',
    values: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
  ) => document.createAccessor().setType(type).setArray(values).setBuffer(buffer)
  const meshOf = (model: Model): Mesh | null => {
    const known = meshes.get(model)
    if (known) return known
    const colours = facetsByColour(model)
    if (colours.size === 0) return null
    const mesh = document.createMesh(model.name)
    for (const [key, { positions, normals, triangles }] of colours) {
      const indices = positions.length / 3 > 65_535 ? new Uint32Array(triangles) : new Uint16Array(triangles)
      mesh.addPrimitive(
        document
          .createPrimitive()
          .setMaterial(materialOf(key))
          .setAttribute('POSITION', accessor('VEC3', new Float32Array(positions)))
          .setAttribute('NORMAL', accessor('VEC3', new Float32Array(normals)))
          .setIndices(accessor('SCALAR', indices)),
      )
    }
    meshes.set(model, mesh)
    return mesh
  }
  const nodeOf = ({ id, model, at, turn_deg, extras }: Instance): Node => {
    const node = document.createNode(id).setTranslation(metres(at)).setMesh(meshOf(model))
    if (turn_deg !== 0) {
      const half = (turn_deg * Math.PI) / 360
      node.setRotation([0, Math.sin(half), 0, Math.cos(half)])
    }
    if (extras) node.setExtras(extras)
    for (const child of namedChildren(model)) node.addChild(nodeOf(child))
    return node
  }
  const top = document.createNode(root.name).setExtras(root.extras ?? {})
  for (const instance of root.instances) top.addChild(nodeOf(instance))
  const scene = document.createScene(root.name).addChild(top)
  document.getRoot().setDefaultScene(scene)
  return new NodeIO().writeBinary(document)
}

const metres = ([x, y, z]: Vector): [number, number, number] => [x / 1000, z / 1000, 0 - y / 1000]

const namedChildren = (model: Model): Instance[] =>
  model.type === 'part' ? [] : model.instances.filter(({ extras }) => extras !== undefined)

/** Facets of a model without the children that are nodes of their own, by `colour/alpha`. */
function facetsByColour(model: Model): Map<string, Facets> {
  const result = new Map<string, Facets>()
  const walk = (current: Model, toNode: (point: Vector) => Vector): void => {
    if (current.type === 'part') {
      append(result, current, toNode)
      return
    }
    for (const instance of current.instances) {
      const named: Extras | undefined = instance.extras
      if (named === undefined) walk(instance.model, (point) => toNode(placed(point, instance)))
    }
  }
  walk(model, (point) => point)
  return result
}

function append(result: Map<string, Facets>, part: Part, toNode: (point: Vector) => Vector): void {
  const key = `${part.colour}/${part.alpha}`
  const facets = result.get(key) ?? { positions: [], normals: [], triangles: [] }
  result.set(key, facets)
  const mesh = part.shape.mesh(TOLERANCE)
  const origin = toNode([0, 0, 0])
  const first = facets.positions.length / 3
  const triple = (values: readonly number[], index: number): Vector => [
    values[index] ?? 0,
    values[index + 1] ?? 0,
    values[index + 2] ?? 0,
  ]
  for (let index = 0; index < mesh.vertices.length; index += 3) {
    facets.positions.push(...metres(toNode(triple(mesh.vertices, index))))
    const turned = toNode(triple(mesh.normals, index))
    const [x, y, z] = [turned[0] - origin[0], turned[1] - origin[1], turned[2] - origin[2]]
    const length = Math.hypot(x, y, z) || 1
    facets.normals.push(x / length, z / length, 0 - y / length)
  }
  for (const corner of mesh.triangles) facets.triangles.push(first + corner)
}
