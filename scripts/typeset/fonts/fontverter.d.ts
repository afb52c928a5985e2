declare module 'fontverter' {
  /** Unpacks a web font, WOFF or WOFF2, or packs one. It throws what its WebAssembly throws. */
  export function convert(font: Buffer, format: 'truetype' | 'woff' | 'woff2'): Promise<Buffer>;
}
