import { descendants, isMarkedContent, type StructureElement } from '../read/read-structure.js';
import type { MarkedContentStream } from './read-contents.js';

/** A sequence by its number, with the one before it in its content if nothing is painted between the two. */
interface Placed {
  stream: MarkedContentStream;
  before: number | undefined;
}

/**
 * 并段: the browser gives each piece of a paragraph a sequence of its own, such as every mark of punctuation that layout
 * has narrowed: 117 on a page of a novel, now 4. Makes those one that follow each other both in their element and in the
 * content of a page, and numbers them anew. In place.
 *
 * @param isApart true for pages whose sequences stay apart: words that are written to the left are painted from the left,
 *   and sequences of their own keep their order
 */
export function joinSequences(
  root: StructureElement,
  contents: readonly MarkedContentStream[],
  isApart: (page: number) => boolean = () => false,
): void {
  const elements = [root, ...descendants(root)];
  const placed = placesOf(contents);
  const isGone = new Set<string>();
  for (const element of elements) {
    // The letters and the tone of a reading stand above and beside each other, in no line.
    if (element.type === 'RT') continue;
    let last: string | undefined;
    element.kids = element.kids.filter((kid) => {
      const name = isMarkedContent(kid) ? nameOf(kid.page, kid.mcid) : undefined;
      const { before, stream } = (name !== undefined && placed.get(name)) || {};
      const isNext =
        last !== undefined &&
        before !== undefined &&
        !isApart(stream!.page) &&
        nameOf(stream!.page, before) === last;
      last = name;
      if (isNext) isGone.add(name!);
      return !isNext;
    });
  }
  const numbers = renumber(contents, isGone);
  for (const { kids } of elements)
    for (const kid of kids)
      if (isMarkedContent(kid)) kid.mcid = numbers.get(nameOf(kid.page, kid.mcid)) ?? kid.mcid;
}

const nameOf = (page: number, mcid: number) => `${page} ${mcid}`;

function placesOf(contents: readonly MarkedContentStream[]): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const stream of contents)
    for (const [index, { mcid, start }] of stream.scan.sequences.entries()) {
      const last = stream.scan.sequences[index - 1];
      const isNext = last && isBlank(stream.bytes.subarray(last.closeEnd, start));
      placed.set(nameOf(stream.page, mcid), { stream, before: isNext ? last.mcid : undefined });
    }
  return placed;
}

const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x20);

/** Takes sequences that are gone out of their contents, and numbers the others of each page. @returns the new numbers. */
function renumber(
  contents: readonly MarkedContentStream[],
  isGone: ReadonlySet<string>,
): Map<string, number> {
  const next = new Map<number, number>();
  const numbers = new Map<string, number>();
  for (const { page, scan } of contents) {
    scan.sequences = scan.sequences.filter((sequence, index) => {
      const name = nameOf(page, sequence.mcid);
      if (isGone.has(name)) {
        scan.seams.push([scan.sequences[index - 1]!.closeStart, sequence.end]);
        return false;
      }
      const number = next.get(page) ?? 0;
      next.set(page, number + 1);
      numbers.set(name, number);
      return true;
    });
    for (const sequence of scan.sequences) sequence.mcid = numbers.get(nameOf(page, sequence.mcid))!;
  }
  return numbers;
}
