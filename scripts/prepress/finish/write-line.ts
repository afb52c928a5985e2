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
  const out: number[] = [];
  let isParted = false;
  let pen = 0;
  out.push(opening);
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]!;
    const off = pen - places[index]!;
    if (Math.abs(off) > tolerance) {
      // Numbers are thousandths of an em, to the left.
      const shift = Math.round((off * 10_000) / size) / 10;
      out.push(closing);
      write(out, writeNumber(shift));
      out.push(opening);
      isParted = true;
      pen -= (shift * size) / 1000;
    }
    writeByte(out, code >> 8);
    writeByte(out, code & 0xff);
    pen += (font.width(code) * size) / 1000 + gap;
  }
  out.push(closing);
  const [before, after] = isParted ? ['[', ']TJ'] : ['', 'Tj'];
  const [spread, end] = gap === 0 ? ['', ''] : [`${writeNumber(gap)} Tc`, ' 0 Tc'];
  return Buffer.concat([Buffer.from(spread + before), Buffer.from(out), Buffer.from(after + end)]);
}

const [opening, closing] = [0x28, 0x29] as const;

function write(out: number[], text: string): void {
  for (let at = 0; at < text.length; at++) out.push(text.charCodeAt(at));
}

/** A byte of a literal string; one that would end it, or be read differently, is escaped (ISO 32000-1 §7.3.4.2). */
function writeByte(out: number[], byte: number): void {
  if (byte === 0x0d) out.push(0x5c, 0x72);
  else if (byte === opening || byte === closing || byte === 0x5c) out.push(0x5c, byte);
  else out.push(byte);
}

/** The most frequent gap between glyphs of the line; of several, the first. */
function usualGap({ codes, places }: Line, font: FontMetrics, size: number): number {
  const counts = new Map<number, number>();
  for (let index = 1; index < codes.length; index++) {
    const step = places[index]! - places[index - 1]! - (font.width(codes[index - 1]!) * size) / 1000;
    const gap = Math.round(step * 10_000) / 10_000;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  let usual = 0;
  let most = 0;
  for (const [gap, count] of counts) {
    if (count <= most) continue;
    usual = gap;
    most = count;
  }
  return usual;
}

/** A number for content streams: four digits after the point, no exponent, no zero before it. */
export function writeNumber(value: number): string {
  return value
    .toFixed(4)
    .replace(/\.?0+$/, '')
    .replace(/^(-?)0\./, '$1.')
    .replace(/^-?$/, '0');
}
