import type { Drawing } from '@edp/schemas'
import { SeqEnd, type DxfBlock } from '@tarikjabiri/dxf'

import { DirectEntities, handlesOf, hex } from './direct-entities.ts'
import type { SafeDxfier } from './safe-dxfier.ts'

/**
 * All that stands in model space, as one entity of the library: it is the last thing of a document that takes a handle, and
 * the entities that it writes go on from there.
 */
export class ModelEntities extends SeqEnd {
  private readonly drawing: Drawing
  private readonly x: readonly number[]
  private readonly dxfier: SafeDxfier

  /** `x` is where each sheet begins, mm. */
  constructor(model: DxfBlock, drawing: Drawing, x: readonly number[], dxfier: SafeDxfier) {
    super()
    this.ownerBlockRecord = model.blockRecord.handle
    this.drawing = drawing
    this.x = x
    this.dxfier = dxfier
    model.entities.push(this)
  }

  /** The first handle that is free when all is written. */
  nextHandle(): string {
    const counts = this.drawing.sheets.map(({ items }) =>
      items.reduce((sum, item) => sum + handlesOf(item), 0),
    )
    return hex(counts.reduce((sum, count) => sum + count, Number.parseInt(this.handle, 16)))
  }

  override dxfy(): void {
    const first = Number.parseInt(this.handle, 16)
    const direct = new DirectEntities(this.ownerBlockRecord ?? '0', first, (groups) => {
      this.dxfier.pushText(groups)
    })
    this.drawing.sheets.forEach(({ items }, index) => {
      for (const item of items) direct.add(item, this.x[index] ?? 0)
    })
  }
}
