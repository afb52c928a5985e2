import { PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { Joined } from '../printed.js';
import { openPdf } from '../read/open-pdf.js';
import type { PdfFile } from '../read/pdf-file.js';
import { joinFonts } from './join-fonts.js';
import { joinFrames } from './join-frames.js';
import { joinOutlines } from './join-outlines.js';
import { joinTrees } from './join-trees.js';
import type { Frame } from './part-frame.js';
import { type PartObject, written } from './part-objects.js';
import { type Counts, type Numbers, numberParts } from './renumber.js';

/**
 * 合印: parts that were printed one by one, with finished structure → the file that the whole book would be: one tree of
 * pages and of structure, one outline, the destinations of all parts, each font and picture once. The same parts give
 * the same bytes.
 *
 * @param found the parts as `frameOf` reads them
 * @returns undefined if a part is not written as the browser writes it: the book is then to be printed whole.
 */
export function joinParts(found: readonly (Frame | undefined)[]): Joined | undefined {
  const frames = found.filter((frame) => frame !== undefined);
  if (frames.length < found.length || frames.length === 0) return undefined;
  const counts: Counts = { objects: 0, keys: 0, notes: 0, names: 0 };
  const numbers = numberParts(frames, counts);
  const fonts = joinFonts(frames, numbers, counts);
  const outline = joinOutlines(frames, numbers, counts);
  const contents = frames.flatMap((frame, index) => contentOf(frame, numbers[index]!));
  const trees = joinTrees(frames, numbers, counts);
  const { catalogue, objects } = joinFrames(frames, numbers, { counts, outline: outline[0]?.number });
  const info = { number: ++counts.objects, text: frames[0]!.objects.get(frames[0]!.info)?.text ?? '<<\n>>' };
  const all = [info, ...contents, ...fonts, ...trees, ...outline, ...objects];
  const tail = `trailer\n<</Size ${counts.objects + 1}\n/Root ${catalogue} 0 R\n/Info ${info.number} 0 R>>\nstartxref\n0\n%%EOF\n`;
  const file = Buffer.concat([
    Buffer.from('%PDF-1.4\n%\xd3\xeb\xe9\xe1\n', 'latin1'),
    ...all.filter((object) => !isPlain(object)).flatMap(written),
    Buffer.from(tail),
  ]);
  return { file, elements: new Map(all.filter(isPlain).map(({ number, text }) => [number, text])) };
}

/** True for an element in which there is nothing to do: a picture gets its place. */
const isPlain = ({ text }: PartObject) =>
  text.startsWith('<<\n/Type /StructElem\n') && !text.includes('/S /Figure\n');

/**
 * Opens a joined file. Its elements, most of its objects, are not parsed: that took .4 s of a book of 497 pages.
 *
 * @throws a problem when the bytes are not a PDF.
 */
export async function openJoined({ file: bytes, elements }: Joined): Promise<PdfFile> {
  const file = await openPdf(bytes);
  for (const [number, text] of elements) file.context.assign(PDFRef.of(number), new Unread(text));
  return file;
}

/** An object as it is in a file. */
class Unread extends PDFObject {
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  override toString(): string {
    return this.#text;
  }
}

/** The objects of a part that stay as they are but for their numbers. */
function contentOf({ objects, dropped }: Frame, { of, isOwn, rewrite }: Numbers): PartObject[] {
  return [...objects.values()].flatMap(({ number, text, data }) =>
    dropped.has(number) || !isOwn(number)
      ? []
      : [{ number: of(number), text: rewrite(text), ...(data && { data }) }],
  );
}
