import { Attdef, Attrib, BoundingBox, DxfLayer, DxfObject, Line, point3d, type boundingBox_t, type DxfBlock, type Dxfier } from '@tarikjabiri/dxf'

/** Layer with a pen: the library writes no lineweight. */
export class PenLayer extends DxfLayer {
  plotStyle = ''

  constructor(
    name: string,
    aci: number,
    linetype: string,
    private readonly lineweight: number,
    private readonly plotted: boolean,
  ) {
    super(name, aci, linetype)
  }

  override dxfy(dx: Dxfier): void {
    dx.type(this.type)
    dx.handle(this.handle)
    dx.push(330, this.ownerObjectHandle)
    dx.subclassMarker('AcDbSymbolTableRecord')
    dx.subclassMarker('AcDbLayerTableRecord')
    dx.name(this.name)
    dx.push(70, 0)
    dx.colorNumber(this.colorNumber)
    dx.lineType(this.lineType)
    if (!this.plotted) dx.push(290, 0)
    dx.push(370, this.lineweight)
    dx.push(390, this.plotStyle)
  }
}

/** The plot style that layers refer to. */
export class PlotStylePlaceholder extends DxfObject {
  constructor(owner: string) {
    super('ACDBPLACEHOLDER')
    this.ownerObjecthandle = owner
  }
}

/** Dictionary of plot styles with its default. */
export class PlotStyleDictionary extends DxfObject {
  placeholder = ''

  constructor(owner: string) {
    super('ACDBDICTIONARYWDFLT')
    this.ownerObjecthandle = owner
  }

  override dxfy(dx: Dxfier): void {
    super.dxfy(dx)
    dx.subclassMarker('AcDbDictionary')
    dx.push(281, 1)
    dx.push(3, 'Normal')
    dx.push(350, this.placeholder)
    dx.subclassMarker('AcDbDictionaryWithDefault')
    dx.push(340, this.placeholder)
  }
}

/** A sheet as CAD knows it; the library makes paper spaces without it. */
export class LayoutObject extends DxfObject {
  constructor(
    owner: string,
    private readonly name: string,
    private readonly order: number,
    private readonly blockRecord: string,
    private readonly width: number,
    private readonly height: number,
  ) {
    super('LAYOUT')
    this.ownerObjecthandle = owner
  }

  override dxfy(dx: Dxfier): void {
    super.dxfy(dx)
    const model = this.order === 0
    dx.subclassMarker('AcDbPlotSettings')
    dx.push(1, '')
    dx.push(2, 'none_device')
    dx.push(4, '')
    dx.push(6, '')
    for (const code of [40, 41, 42, 43]) dx.push(code, 0)
    dx.push(44, this.width)
    dx.push(45, this.height)
    for (const code of [46, 47, 48, 49, 140, 141]) dx.push(code, 0)
    dx.push(142, 1)
    dx.push(143, 1)
    const settings: [number, number | string][] = [
      [70, model ? 1178 : 688], [72, 1], [73, 0], [74, 5], [7, ''], [75, 16], [147, 1], [76, 0], [77, 2], [78, 300], [148, 0], [149, 0],
    ]
    for (const [code, value] of settings) dx.push(code, value)
    dx.subclassMarker('AcDbLayout')
    dx.push(1, this.name)
    dx.push(70, 1)
    dx.push(71, this.order)
    const point = (code: number, x: number, y: number, z?: number): void => {
      dx.push(code, x)
      dx.push(code + 10, y)
      dx.push(code + 20, z)
    }
    point(10, 0, 0)
    point(11, this.width, this.height)
    point(12, 0, 0, 0)
    point(14, 0, 0, 0)
    point(15, this.width, this.height, 0)
    dx.push(146, 0)
    point(13, 0, 0, 0)
    point(16, 1, 0, 0)
    point(17, 0, 1, 0)
    dx.push(76, 0)
    dx.push(330, this.blockRecord)
  }
}

/** The base of all entities, which the library does not export. */
type EntityBase = new (type: string, marker: string, options?: { layerName?: string }) => Parameters<DxfBlock['addEntity']>[0] & { layerName?: string }
const EntityClass = Object.getPrototypeOf(Line) as EntityBase

/** A window of a layout onto the model. */
export class ViewportEntity extends EntityClass {
  constructor(
    private readonly view: { readonly id: number; readonly width: number; readonly height: number; readonly x: number; readonly y: number; readonly viewHeight: number },
    layer: string,
  ) {
    super('VIEWPORT', 'AcDbViewport', { layerName: layer })
  }

  boundingBox(): boundingBox_t {
    return BoundingBox.pointBBox(point3d(this.view.width / 2, this.view.height / 2))
  }

  protected dxfyChild(dx: Dxfier): void {
    const { id, width, height, x, y, viewHeight } = this.view
    const groups: [number, number | string][] = [
      [10, width / 2], [20, height / 2], [30, 0], [40, width], [41, height], [68, id], [69, id], [12, x], [22, y], [13, 0], [23, 0], [14, 10], [24, 10], [15, 10], [25, 10],
      [16, 0], [26, 0], [36, 1], [17, 0], [27, 0], [37, 0], [42, 50], [43, 0], [44, 0], [45, viewHeight], [50, 0], [51, 0], [72, 100], [90, 49_152], [1, ''], [281, 0], [71, 1], [74, 0],
      [110, 0], [120, 0], [130, 0], [111, 1], [121, 0], [131, 0], [112, 0], [122, 1], [132, 0], [79, 0], [146, 0],
    ]
    for (const [code, value] of groups) dx.push(code, value)
  }
}

/** Writes an attribute as invisible data: group 70 is 1. */
function invisible(dx: Dxfier): Dxfier {
  const pass = Object.create(dx) as Dxfier
  pass.push = (code, value) => { dx.push(code, code === 70 ? 1 : value) }
  return pass
}

export class InvisibleAttrib extends Attrib {
  protected override dxfyChild(dx: Dxfier): void {
    super.dxfyChild(invisible(dx))
  }
}

export class InvisibleAttdef extends Attdef {
  protected override dxfyChild(dx: Dxfier): void {
    super.dxfyChild(invisible(dx))
  }
}
