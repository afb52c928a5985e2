import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { pointsPerMm } from './marks.js';
import { drawNumber, n, numberWidth } from './strokes.js';

const saving = { useObjectStreams: true, objectsPerTick: Number.POSITIVE_INFINITY } as const;

/** A number in the middle of a page, this high; the arrow above it points to the head. */
const numberMm = 18;

/**
 * 样册: pages that show their number and an arrow to their head, to be imposed instead of the book. Print the first
 * sheet, fold it, and see whether the printer turns it over at the right edge.
 */
export async function dummyBook(
  pages: number,
  trim: { widthMm: number; heightMm: number },
): Promise<Uint8Array> {
  const file = await PDFDocument.create({ updateMetadata: false });
  const [width, height] = [trim.widthMm * pointsPerMm, trim.heightMm * pointsPerMm];
  for (let page = 1; page <= pages; page++) {
    const text = String(page);
    const size = numberMm * pointsPerMm;
    const x = (width - numberWidth(text, size)) / 2;
    const y = (height - size) / 2;
    const content = `0 G 0 g\n${drawNumber(text, { x, y, height: size })}\n${arrow(width / 2, y + 1.5 * size, size)}`;
    const added = file.addPage([width, height]);
    added.node.set(PDFName.of('Contents'), file.context.register(file.context.flateStream(content)));
  }
  return file.save(saving);
}

/** An arrow upwards. */
const arrow = (x: number, y: number, size: number) =>
  `q 1.5 w ${n(x)} ${n(y)} m ${n(x)} ${n(y + size)} l S ${n(x - size / 5)} ${n(y + 0.7 * size)} m ${n(x)} ${n(y + size)} l ${n(x + size / 5)} ${n(y + 0.7 * size)} l S Q`;

/** Rulers of a calibration sheet: millimetres to each side of the cross. */
const reachMm = 10;
/** Distance from the sheet's edges; the middle one is in the centre. */
const insetMm = 25;

/**
 * 对位样张: a sheet with the same rulers on both sides. Print it on both sides and hold it against the light: the place
 * of the back's cross on the rulers of the front, in millimetres to the right and upwards, is the error that
 * `press: {offset: [x, y]}` must compensate, with the opposite sign.
 */
export async function calibrationSheet(sheet: { widthMm: number; heightMm: number }): Promise<Uint8Array> {
  const file = await PDFDocument.create({ updateMetadata: false });
  const { widthMm, heightMm } = sheet;
  const places = [
    [insetMm, insetMm],
    [widthMm - insetMm, insetMm],
    [widthMm / 2, heightMm / 2],
    [insetMm, heightMm - insetMm],
    [widthMm - insetMm, heightMm - insetMm],
  ] as const;
  for (const side of [1, 2]) {
    const page = file.addPage([widthMm * pointsPerMm, heightMm * pointsPerMm]);
    const label = drawNumber(String(side), {
      x: (widthMm / 2 + 14) * pointsPerMm,
      y: (heightMm / 2 + 4) * pointsPerMm,
      height: 20,
    });
    const content = ['0 G', ...places.map(([x, y]) => rulers(x, y, side === 1)), label].join('\n');
    page.node.set(PDFName.of('Contents'), file.context.register(file.context.flateStream(content)));
  }
  return file.save(saving);
}

/** A cross; on the front with a tick every millimetre, every fifth longer. */
function rulers(xMm: number, yMm: number, hasTicks: boolean): string {
  const at = (x: number, y: number) => `${n((xMm + x) * pointsPerMm)} ${n((yMm + y) * pointsPerMm)}`;
  const line = (x1: number, y1: number, x2: number, y2: number) => `${at(x1, y1)} m ${at(x2, y2)} l S`;
  const ticks = hasTicks ? Array.from({ length: 2 * reachMm + 1 }, (_, index) => index - reachMm) : [];
  return [
    '.3 w',
    line(-reachMm, 0, reachMm, 0),
    line(0, -reachMm, 0, reachMm),
    ...ticks.flatMap((mm) => {
      const half = mm % 5 === 0 ? 1.5 : 0.75;
      return [line(mm, -half, mm, half), line(-half, mm, half, mm)];
    }),
  ].join('\n');
}
