import { Document, NodeIO, type Material, type Mesh, type Node } from '@gltf-transform/core'

import type { Assembly, Instance, Model, Part, Vector } from './scene.ts'
import { placed } from './scene.ts'
import { linearRgb } from './step-writer.ts'

/** Chord error of curved faces, mm, and largest angle between two facets, rad. */
const TOLERANCE = { tolerance: 3, angularTolerance: 0.8 }

/**
 * Facets of one colour, in the frame of the node that shows them, metres and y up. Flat ones have no normals: glTF has a viewer compute
 * them, and corners can be shared, which makes a box a fifth of the size.
 */
interface Facets {
  readonly positions: number[]
  readonly normals: number[] | null
  readonly triangles: number[]
}

/**
 * Renders a model as binary glTF: metres, y up, one node per placed assembly with its facts in `extras`, one mesh per kind of assembly with
 * one primitive per colour. The parts of an assembly are not kept apart, unless they carry facts of their own: draw calls stay few.
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
      const primitive = document
        .createPrimitive()
        .setMaterial(materialOf(key.slice(0, key.lastIndexOf('/'))))
        .setAttribute('POSITION', accessor('VEC3', new Float32Array(positions)))
        .setIndices(accessor('SCALAR', indices))
      if (normals) primitive.setAttribute('NORMAL', accessor('VEC3', new Float32Array(normals)))
      mesh.addPrimitive(primitive)
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

/** z up to y up. */
const upright = ([x, y, z]: Vector): [number, number, number] => [x, z, 0 - y]
const metres = ([x, y, z]: Vector): [number, number, number] => upright([x / 1000, y / 1000, z / 1000])

const namedChildren = (model: Model): Instance[] =>
  model.type === 'part' ? [] : model.instances.filter(isNode)

/** Assemblies stay nodes, so that equal ones share a mesh; loose parts go into the mesh of what they belong to. */
const isNode = ({ model, extras }: Instance): boolean => model.type === 'assembly' || extras !== undefined

/** Facets of a model without the children that are nodes of their own, by `colour/alpha/flat` or `colour/alpha/smooth`. */
function facetsByColour(model: Model): Map<string, Facets> {
  const result = new Map<string, Facets>()
  const walk = (current: Model, toNode: (point: Vector) => Vector): void => {
    if (current.type === 'part') {
      append(result, current, toNode)
      return
    }
    for (const instance of current.instances) {
      if (!isNode(instance)) walk(instance.model, (point) => toNode(placed(point, instance)))
    }
  }
  walk(model, (point) => point)
  return result
}

function append(result: Map<string, Facets>, part: Part, toNode: (point: Vector) => Vector): void {
  const mesh = part.shape.mesh(TOLERANCE)
  const points = triples(mesh.vertices)
  const normals = triples(mesh.normals)
  const flat = isFlat(points, normals, mesh.triangles)
  const key = `${part.colour}/${part.alpha}/${flat ? 'flat' : 'smooth'}`
  const facets = result.get(key) ?? { positions: [], normals: flat ? null : [], triangles: [] }
  result.set(key, facets)

  const origin = toNode([0, 0, 0])
  const corners = new Map<string, number>()
  const numbers = points.map((point, index) => {
    const known = flat ? corners.get(point.join()) : undefined
    if (known !== undefined) return known
    const number = facets.positions.length / 3
    corners.set(point.join(), number)
    facets.positions.push(...metres(toNode(point)))
    facets.normals?.push(...upright(unit(minus(toNode(normals[index] ?? [0, 0, 1]), origin))))
    return number
  })
  for (const corner of mesh.triangles) facets.triangles.push(numbers[corner] ?? 0)
}

/** Whether every facet stands square to the normals at its corners. */
function isFlat(
  points: readonly Vector[],
  normals: readonly Vector[],
  triangles: readonly number[],
): boolean {
  for (let index = 0; index < triangles.length; index += 3) {
    const at = triangles.slice(index, index + 3)
    const [a, b, c] = at.map((corner) => points[corner])
    if (!a || !b || !c) continue
    const facet = unit(cross(minus(b, a), minus(c, a)))
    const bends = at.some((corner) => {
      const normal = unit(normals[corner] ?? [0, 0, 1])
      return Math.abs(dot(normal, facet)) < 0.999
    })
    if (bends) return false
  }
  return true
}

const triples = (values: readonly number[]): Vector[] =>
  Array.from({ length: values.length / 3 }, (_, index) => [
    values[3 * index] ?? 0,
    values[3 * index + 1] ?? 0,
    values[3 * index + 2] ?? 0,
  ])
const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const unit = (a: Vector): Vector => {
  const length = Math.hypot(...a) || 1
  return [a[0] / length, a[1] / length, a[2] / length]
}
