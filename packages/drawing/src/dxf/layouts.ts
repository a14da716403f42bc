import { DxfObject, Point, type DxfBlock, type DxfDocument, type Dxfier } from '@tarikjabiri/dxf'

type Groups = readonly (readonly [number, number | string])[]

/** A sheet as CAD lists it. The library makes paper spaces without it, and readers then delete their content. */
class Layout extends DxfObject {
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
interface Window {
  readonly id: number
  readonly width: number
  readonly height: number
  readonly x: number
  readonly y: number
}

/** A window of a layout onto the model at full size. It borrows the frame of an entity from the simplest one. */
class Viewport extends Point {
  private readonly window: Window

  constructor(window: Window, layerName: string) {
    super(window.width / 2, window.height / 2, 0, { layerName })
    this.type = 'VIEWPORT'
    this.subclassMarker = 'AcDbViewport'
    this.window = window
  }

  protected override dxfyChild(dx: Dxfier): void {
    const { id, width, height, x, y } = this.window
    write(dx, [
      ...([
        [10, width / 2],
        [20, height / 2],
        [30, 0],
        [40, width],
        [41, height],
        [68, id],
        [69, id],
      ] as const),
      ...([
        [12, x],
        [22, y],
        [13, 0],
        [23, 0],
        [14, 10],
        [24, 10],
        [15, 10],
        [25, 10],
        [16, 0],
        [26, 0],
        [36, 1],
      ] as const),
      ...([
        [17, 0],
        [27, 0],
        [37, 0],
        [42, 50],
        [43, 0],
        [44, 0],
        [45, height],
        [50, 0],
        [51, 0],
        [72, 100],
      ] as const),
      ...([
        [90, 49_152],
        [1, ''],
        [281, 0],
        [71, 1],
        [74, 0],
        [110, 0],
        [120, 0],
        [130, 0],
        [111, 1],
        [121, 0],
      ] as const),
      ...([
        [131, 0],
        [112, 0],
        [122, 1],
        [132, 0],
        [79, 0],
        [146, 0],
      ] as const),
    ])
  }
}

/** The layouts of a document. */
export interface Layouts {
  /** A layout that shows width x height mm of the model from (x, 0). */
  add(name: string, paper: DxfBlock, width: number, height: number, x: number): void
}

/** Starts the layouts of a document with the one that every DXF must have, the model's. */
export function startLayouts(document: DxfDocument, viewportLayer: string): Layouts {
  const dictionary = document.objects.addDictionary()
  document.objects.root.addEntryObject('ACAD_LAYOUT', dictionary.handle)
  const addLayout = (name: string, block: DxfBlock, width: number, height: number): void => {
    const order = dictionary.entries.length
    const layout = document.objects.addObject(
      new Layout(dictionary.handle, { name, order, block: block.blockRecord.handle, width, height }),
    )
    dictionary.addEntryObject(name, layout.handle)
    block.blockRecord.layoutObject = layout.handle
  }
  addLayout('Model', document.modelSpace, 420, 297)
  return {
    add(name, paper, width, height, x) {
      addLayout(name, paper, width, height)
      paper.addEntity(new Viewport({ id: 1, width, height, x: width / 2, y: height / 2 }, '0'))
      paper.addEntity(new Viewport({ id: 2, width, height, x: x + width / 2, y: height / 2 }, viewportLayer))
    },
  }
}

function write(dx: Dxfier, groups: Groups): void {
  for (const [code, value] of groups) dx.push(code, value)
}
