import { DxfObject, type Dxfier } from '@tarikjabiri/dxf'

type Groups = readonly (readonly [number, number | string])[]

/** A sheet as CAD lists it. The library makes paper spaces without it, and readers then delete their content. */
export class Layout extends DxfObject {
  private readonly layout: {
    readonly name: string
    readonly order: number
    readonly block: string
    readonly width: number
    readonly height: number
  }

  constructor(owner: string, layout: Layout['layout']) {
    super('LAYOUT')
    this.ownerObjecthandle = owner
    this.layout = layout
  }

  override dxfy(dx: Dxfier): void {
    super.dxfy(dx)
    const { name, order, block, width, height } = this.layout
    // 1178 is the model's, 688 a paper layout's set of plot flags as AutoCAD writes them for a new drawing.
    const flags = order === 0 ? 1178 : 688
    write(dx, [
      [100, 'AcDbPlotSettings'],
      ...([
        [1, ''],
        [2, 'none_device'],
        [4, ''],
        [6, ''],
      ] as const),
      ...([
        [40, 0],
        [41, 0],
        [42, 0],
        [43, 0],
        [44, width],
        [45, height],
        [46, 0],
        [47, 0],
        [48, 0],
        [49, 0],
      ] as const),
      ...([
        [140, 0],
        [141, 0],
        [142, 1],
        [143, 1],
        [70, flags],
        [72, 1],
        [73, 0],
        [74, 5],
        [7, ''],
        [75, 16],
      ] as const),
      ...([
        [147, 1],
        [76, 0],
        [77, 2],
        [78, 300],
        [148, 0],
        [149, 0],
      ] as const),
      [100, 'AcDbLayout'],
      ...([
        [1, name],
        [70, 1],
        [71, order],
        [10, 0],
        [20, 0],
        [11, width],
        [21, height],
      ] as const),
      ...([
        [12, 0],
        [22, 0],
        [32, 0],
        [14, 0],
        [24, 0],
        [34, 0],
        [15, width],
        [25, height],
        [35, 0],
      ] as const),
      ...([
        [146, 0],
        [13, 0],
        [23, 0],
        [33, 0],
        [16, 1],
        [26, 0],
        [36, 0],
        [17, 0],
        [27, 1],
        [37, 0],
      ] as const),
      ...([
        [76, 0],
        [330, block],
      ] as const),
    ])
  }
}

/** Centre and size of a window on its paper, and the centre of what it shows. */
export interface Window {
  readonly id: number
  readonly width: number
  readonly height: number
  readonly x: number
  readonly y: number
}

export function write(dx: Dxfier, groups: Groups): void {
  for (const [code, value] of groups) dx.push(code, value)
}
