import { DxfLayer, DxfObject, type DxfDocument, type Dxfier } from '@tarikjabiri/dxf'
import type { Layer } from '@edp/schemas'

/** Layer record with a pen: the library's own writes a constant lineweight and a dangling plot style. */
class PenLayer extends DxfLayer {
  private readonly pen: Pick<Layer, 'lineweight_mm' | 'plot'>
  private readonly plotStyle: string

  constructor(layer: Omit<Layer, 'rgb' | 'description'>, plotStyle: string) {
    super(layer.name, layer.aci, layer.linetype ?? 'Continuous')
    this.pen = layer
    this.plotStyle = plotStyle
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
    if (this.pen.plot === false) dx.push(290, 0)
    dx.push(370, Math.round(this.pen.lineweight_mm * 100))
    dx.push(390, this.plotStyle)
  }
}

/** What layers point to as their plot style. */
class PlotStylePlaceholder extends DxfObject {
  constructor(owner: string) {
    super('ACDBPLACEHOLDER')
    this.ownerObjecthandle = owner
  }
}

/** Dictionary of plot styles; its only entry is its default. */
class PlotStyleDictionary extends DxfObject {
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

/** Fills the layer table: layer 0, the drawing's layers, and those that only the writer needs. */
export function addLayers(
  document: DxfDocument,
  layers: readonly Omit<Layer, 'rgb' | 'description'>[],
): void {
  const root = document.objects.root
  const styles = document.objects.addObject(new PlotStyleDictionary(root.handle))
  const placeholder = document.objects.addObject(new PlotStylePlaceholder(styles.handle))
  styles.placeholder = placeholder.handle
  root.addEntryObject('ACAD_PLOTSTYLENAME', styles.handle)

  const table = document.tables.layerTable
  const records = layers.map((layer) => {
    const record = new PenLayer(layer, placeholder.handle)
    record.ownerObjectHandle = table.handle
    return record
  })
  table.records.splice(0, table.records.length, ...records)
}
