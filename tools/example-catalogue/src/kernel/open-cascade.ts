import { setOC } from 'replicad'
import initOpenCascade from 'replicad-opencascadejs'

/** The Open CASCADE kernel (WebAssembly), loaded once per process; replicad works on the same instance. */
export const oc = await initOpenCascade({
  print: () => undefined,
  printErr: (line: string) => process.stderr.write(`${line}\n`),
})
setOC(oc)
