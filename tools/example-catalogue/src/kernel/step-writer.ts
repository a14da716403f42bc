import type { TDF_Label } from 'replicad-opencascadejs'

import { oc } from './open-cascade.ts'
import { canonicalPart21 } from './part21.ts'
import type { Instance, Model, Part } from './scene.ts'

const text = (value: string): InstanceType<typeof oc.TCollection_ExtendedString> =>
  new oc.TCollection_ExtendedString(value, true)
// Quantity_Color is linear and the STEP writer turns it back into sRGB.
const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4

/** Red, green and blue of `#rrggbb` as linear values from 0 to 1. */
export function linearRgb(colour: string): [number, number, number] {
  const channel = (start: number): number => linear(Number.parseInt(colour.slice(start, start + 2), 16) / 255)
  return [channel(1), channel(3), channel(5)]
}

/**
 * Renders a model as STEP AP242 with product names, instances and colours. The kernel's text is put into canonical form, because
 * it holds the time, a counter of the process and an order that follows memory addresses.
 */
export function renderStep(root: Model, product: string): string {
  const document = new oc.TDocStd_Document(text('XmlOcaf'))
  oc.XCAFDoc_ShapeTool.SetAutoNaming(false)
  const shapes = oc.XCAFDoc_DocumentTool.ShapeTool(document.Main())
  const colours = oc.XCAFDoc_DocumentTool.ColorTool(document.Main())
  const labels = new Map<Model, TDF_Label>()

  const paint = (label: TDF_Label, part: Part): void => {
    shapes.SetShape(label, part.shape.wrapped)
    colours.SetColor(
      label,
      new oc.Quantity_ColorRGBA(...linearRgb(part.colour), part.alpha),
      oc.XCAFDoc_ColorType.XCAFDoc_ColorSurf,
    )
  }
  const labelOf = (model: Model): TDF_Label => {
    const known = labels.get(model)
    if (known) return known
    const label = shapes.NewShape()
    labels.set(model, label)
    if (model.type === 'part') paint(label, model)
    else
      for (const instance of model.instances) {
        const component = shapes.AddComponent(label, labelOf(instance.model), location(instance))
        oc.TDataStd_Name.Set(component, text(instance.id))
      }
    oc.TDataStd_Name.Set(label, text(model.name))
    return label
  }
  labelOf(root)
  shapes.UpdateAssemblies()

  const writer = new oc.STEPCAFControl_Writer(new oc.XSControl_WorkSession(), false)
  writer.SetColorMode(true)
  writer.SetNameMode(true)
  oc.Interface_Static.SetIVal('write.surfacecurve.mode', 0)
  oc.Interface_Static.SetIVal('write.step.assembly', 2)
  oc.Interface_Static.SetIVal('write.step.schema', 5)
  oc.Interface_Static.SetCVal('write.step.product.name', product)
  if (!writer.Perform(document, 'model.step', new oc.Message_ProgressRange()))
    throw new Error(`the kernel could not write the STEP file of ${product}`)
  const raw = new TextDecoder().decode(oc.FS.readFile('/model.step'))
  oc.FS.unlink('/model.step')
  return canonicalPart21(raw, product)
}

function location({ at, turn_deg }: Instance): InstanceType<typeof oc.TopLoc_Location> {
  const move = new oc.gp_Trsf()
  if (turn_deg !== 0) {
    const axis = new oc.gp_Ax1(new oc.gp_Pnt(0, 0, 0), new oc.gp_Dir(0, 0, 1))
    move.SetRotation(axis, (turn_deg * Math.PI) / 180)
  }
  move.SetTranslationPart(new oc.gp_Vec(...at))
  return new oc.TopLoc_Location(move)
}
