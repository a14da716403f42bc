/** Units of the model's texts as a sheet prints them: `degC` is ASCII for files that a program reads. */
export function printed(text: string): string {
  return text
    .replaceAll('degC', '°C')
    .replaceAll(/(\d) um\b/g, '$1 µm')
    .replaceAll('m3/h', 'm³/h')
}
