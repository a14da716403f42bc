import { Point, type Dxfier } from '@tarikjabiri/dxf'

import { type Window, write } from './layout-object.ts'

/** A window of a layout onto the model at full size. It borrows the frame of an entity from the simplest one. */
export class Viewport extends Point {
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
