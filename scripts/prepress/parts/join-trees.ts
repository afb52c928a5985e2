import type { Frame } from './part-frame.js';
import { endWith, type NewObject } from './printed-part.js';
import type { Numbers } from './renumber.js';

/**
 * The structure tree of a joined file down to the elements of its pages: the documents of the parts are one, and so are
 * the elements in them that only hold pages. It has no parent tree.
 */
export function joinTrees(frames: readonly Frame[], numbers: readonly Numbers[]): NewObject[] {
  const [first] = frames as [Frame];
  const [{ of, rewrite }] = numbers as [Numbers];
  const [tree, document] = [of(first.tree.number), of(first.document.number)];
  frames.forEach((frame, index) => {
    numbers[index]!.set(frame.tree.number, tree);
    numbers[index]!.set(frame.document.number, document);
    frame.dropped.add(frame.document.number);
  });
  const body = joinBodies(frames, numbers);
  const kids = body ? `${body[0]} 0 R` : listOf(frames, numbers, (frame) => frame.kids);
  return [
    [tree, `<</Type /StructTreeRoot\n/K ${document} 0 R>>\nendobj\n`],
    [document, withKids(rewrite(first.document.text), kids)],
    ...(body ? [body] : []),
  ];
}

/** One element for the pages of all parts; undefined if the pages of a part stand in the document itself. */
function joinBodies(frames: readonly Frame[], numbers: readonly Numbers[]): NewObject | undefined {
  const at = frames.findIndex(({ body }) => body);
  // A part of blank pages has no elements.
  if (at < 0 || !frames.every(({ body, kids }) => body || kids.length === 0)) return undefined;
  const { object } = frames[at]!.body!;
  const joined = numbers[at]!.of(object.number);
  frames.forEach((frame, index) => {
    if (!frame.body) return;
    numbers[index]!.set(frame.body.object.number, joined);
    frame.dropped.add(frame.body.object.number);
  });
  const kids = listOf(frames, numbers, (frame) => frame.body?.kids ?? []);
  return [joined, withKids(numbers[at]!.rewrite(object.text), kids)];
}

function listOf(
  frames: readonly Frame[],
  numbers: readonly Numbers[],
  kidsOf: (frame: Frame) => readonly number[],
): string {
  return frames
    .flatMap((frame, index) => kidsOf(frame).map((kid) => `${numbers[index]!.of(kid)} 0 R`))
    .join(' ');
}

const withKids = (text: string, kids: string): string =>
  endWith(text.replace(/\n\/K (?:\[[^\]]*\]|\d+ 0 R)/, ''), `/K [${kids}]`);
