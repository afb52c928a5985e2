/** Metrics of a font for placing its glyphs. */
export interface FontMetrics {
  codeBytes: 1 | 2;
  /** Advance of a code in thousandths of an em. */
  width: (code: number) => number;
}

/** Glyphs in one line, and the bytes that show them. */
export interface Line {
  start: number;
  end: number;
  codes: number[];
  /** Start of each glyph, in text space from the first. */
  places: number[];
  /** Target of the last move in the line. */
  lastAt: number;
}

/** Maximum deviation of a glyph from its place, in text space (CSS pixels here): a thousandth of a millimetre. */
const tolerance = 0.004;

/** A line as one string: `.527 Tc [(…) 250 (…)] TJ 0 Tc`, spread by its usual gap, numbers where it differs. */
export function writeLine(line: Line, font: FontMetrics, size: number): Uint8Array {
  const { codes, places } = line;
  const gap = usualGap(line, font, size);
  const parts: Buffer[] = [];
  let string: number[] = [];
  let pen = 0;
  codes.forEach((code, index) => {
    const off = pen - places[index]!;
    if (Math.abs(off) > tolerance) {
      // Numbers are thousandths of an em, to the left.
      const shift = Math.round((off * 10_000) / size) / 10;
      parts.push(literal(string), Buffer.from(writeNumber(shift)));
      string = [];
      pen -= (shift * size) / 1000;
    }
    string.push(code);
    pen += (font.width(code) * size) / 1000 + gap;
  });
  parts.push(literal(string));
  const shown =
    parts.length === 1 ? [...parts, Buffer.from('Tj')] : [Buffer.from('['), ...parts, Buffer.from(']TJ')];
  if (gap === 0) return Buffer.concat(shown);
  return Buffer.concat([Buffer.from(`${writeNumber(gap)} Tc`), ...shown, Buffer.from(' 0 Tc')]);
}

/** The most frequent gap between glyphs of the line. */
function usualGap({ codes, places }: Line, font: FontMetrics, size: number): number {
  const counts = new Map<number, number>();
  for (let index = 1; index < codes.length; index++) {
    const step = places[index]! - places[index - 1]! - (font.width(codes[index - 1]!) * size) / 1000;
    const gap = Math.round(step * 10_000) / 10_000;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

/** A number for content streams: four digits after the point, no exponent, no zero before it. */
export function writeNumber(value: number): string {
  return value
    .toFixed(4)
    .replace(/\.?0+$/, '')
    .replace(/^(-?)0\./, '$1.')
    .replace(/^-?$/, '0');
}

/** Codes as a literal string; bytes that would end it, or be read differently, are escaped (ISO 32000-1 §7.3.4.2). */
function literal(codes: readonly number[]): Buffer {
  const bytes: number[] = [0x28];
  for (const code of codes)
    for (const byte of [code >> 8, code & 0xff]) {
      if (byte === 0x0d) bytes.push(0x5c, 0x72);
      else if (byte === 0x28 || byte === 0x29 || byte === 0x5c) bytes.push(0x5c, byte);
      else bytes.push(byte);
    }
  bytes.push(0x29);
  return Buffer.from(bytes);
}
