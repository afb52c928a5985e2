declare module 'subset-font' {
  /** HarfBuzz's subsetter, compiled to WebAssembly. One call at a time: it queues them itself. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'truetype'; noHinting: boolean; keepFeatures: string[] },
  ): Promise<Buffer>;
}
