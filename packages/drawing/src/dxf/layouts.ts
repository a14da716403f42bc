import type { DxfBlock, DxfDocument } from '@tarikjabiri/dxf'

import { Layout } from './layout-object.ts'
import { Viewport } from './viewport-entity.ts'

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
