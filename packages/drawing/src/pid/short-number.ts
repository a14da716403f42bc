/** Service and sequence of a line number: `TCSS-2nn01`. */
export function shortNumber(line_no: string): string {
  return line_no.split('-').slice(1, 3).join('-')
}
