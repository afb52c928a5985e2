import type { TextBox, Unboxed } from '../read/text-boxes.js';
import { joinFonts } from './join-fonts.js';
import { joinFrames } from './join-frames.js';
import { joinOutlines } from './join-outlines.js';
import { joinTrees } from './join-trees.js';
import { type Frame, frameOf } from './part-frame.js';
import { type NewObject, type PrintedPart, written } from './printed-part.js';
import { type Counts, type Numbers, numberParts } from './renumber.js';

/**
 * 合印: parts that were printed one by one → the file that the browser would have printed of the whole book, without its
 * text boxes: one tree of pages and of structure, one outline, the destinations of all parts, each font and picture
 * once. `finish` writes the parent tree, as always. The same parts give the same bytes.
 *
 * @returns undefined if a part is not written as the browser writes it: the book is then to be printed whole.
 */
export function joinParts(parts: readonly PrintedPart[]): Unboxed | undefined {
  const found = parts.map(frameOf);
  const frames = found.filter((frame) => frame !== undefined);
  if (frames.length < found.length || frames.length === 0) return undefined;
  const counts: Counts = { objects: 0, keys: 0, names: 0, tags: 0 };
  const numbers = numberParts(frames, counts);
  const fonts = joinFonts(frames, numbers, counts);
  const outline = joinOutlines(frames, numbers, counts);
  const elements = joinTrees(frames, numbers);
  const { catalogue, objects } = joinFrames(frames, numbers, { counts, outline: outline[0]?.[0] });
  const contents = frames.flatMap((frame, index) => contentOf(frame, numbers[index]!));
  const made: NewObject[] = [...elements, ...outline, ...objects];
  const info = numbers[0]!.of(frames[0]!.info);
  const head = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
  const tail = `trailer\n<</Size ${counts.objects + 1}\n/Root ${catalogue} 0 R\n/Info ${info} 0 R>>\nstartxref\n0\n%%EOF\n`;
  return {
    bytes: Buffer.concat([
      Buffer.from(head, 'latin1'),
      ...contents,
      ...fonts,
      ...made.map(written),
      Buffer.from(tail),
    ]),
    boxes: new Map(frames.flatMap((frame, index) => boxesOf(frame, numbers[index]!))),
  };
}

/** The objects of a part that stay as they are but for their numbers. */
function contentOf({ objects, dropped }: Frame, { of, isOwn, rewrite }: Numbers): Buffer[] {
  return [...objects.values()].flatMap(({ number, text, data }) => {
    if (dropped.has(number) || !isOwn(number)) return [];
    const head = written([of(number), rewrite(text)]);
    return data ? [head, data] : [head];
  });
}

function boxesOf({ boxes }: Frame, { of }: Numbers): [number, TextBox][] {
  const found: [number, TextBox][] = [];
  for (let index = 0; index < boxes.length; index += 3)
    found.push([of(boxes[index]!), { page: of(boxes[index + 1]!), mcid: boxes[index + 2]! }]);
  return found;
}
