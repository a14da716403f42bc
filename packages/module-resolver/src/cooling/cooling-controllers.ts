/** Controller of the coolant distribution unit: technology loop and what stands inside the container. Tag of the manifest. */
export const CDU_CONTROLLER = 'cdu-01'
/** Controller of the heat rejection unit: its fans, pumps and tracing. */
export const REJECTION_CONTROLLER = 'hru-01'
/** Panel that the leak ropes end at; its relays are wired to the controller of the CDU. */
export const LEAK_PANEL = 'lkd-01'

/** Places of the instruments that the controller of the heat rejection unit reads. */
const OUTDOORS: ReadonlySet<string> = new Set([
  'heat rejection unit',
  'P-101A',
  'P-101B',
  'V-102',
  'make-up water',
])

/** Device that reads an instrument at a place. */
export function readerAt(location: string): string {
  return OUTDOORS.has(location) ? REJECTION_CONTROLLER : CDU_CONTROLLER
}
