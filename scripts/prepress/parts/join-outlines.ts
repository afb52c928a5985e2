import type { Frame } from './part-frame.js';
import { type PartObject, referenceOf } from './part-objects.js';
import type { Counts, Numbers } from './renumber.js';

/** An entry of the outline, with the rank of its heading. */
interface Entry {
  number: number;
  /** Its title, its place and its element: all but its place among the others. */
  text: string;
  rank: number;
  kids: Entry[];
}

const strings = /\((?:[^\\()]|\\[\s\S])*\)/g;
const links = /\((?:[^\\()]|\\[\s\S])*\)|\/(?:(?:Parent|Prev|Next|First|Last) \d+ 0 R|Count -?\d+)\n/g;

/**
 * 书签: the outlines of parts → one, nested by the ranks of headings over the borders of parts, as the browser nests
 * those of a book. Empty where no part has a heading; the first object is the outline.
 */
export function joinOutlines(
  frames: readonly Frame[],
  numbers: readonly Numbers[],
  counts: Counts,
): PartObject[] {
  const root: Entry = { number: 0, text: '<<\n/Type /Outlines\n', rank: 0, kids: [] };
  const open = [root];
  frames.forEach((frame, index) => {
    for (const entry of entriesOf(frame, numbers[index]!)) {
      while (open.length > 1 && open.at(-1)!.rank >= entry.rank) open.pop();
      open.at(-1)!.kids.push(entry);
      open.push(entry);
    }
  });
  if (root.kids.length === 0) return [];
  root.number = ++counts.objects;
  return objectsOf(root);
}

/** The entries of a part in the order of its text. Their objects are dropped from it. */
function entriesOf(frame: Frame, { of, rewrite }: Numbers): Entry[] {
  const entries: Entry[] = [];
  const walk = (first: number | undefined, depth: number) => {
    for (let object = frame.objects.get(first ?? 0); object; object = next(frame, object)) {
      if (frame.dropped.has(object.number)) return;
      frame.dropped.add(object.number);
      const text = object.text.replace(links, (found) => (found.startsWith('(') ? found : ''));
      const element = frame.objects.get(linkOf(object, 'SE') ?? 0)?.text ?? '';
      const rank = Number(/\/S \/H([1-6])\n/.exec(element)?.[1] ?? depth);
      entries.push({
        number: of(object.number),
        text: rewrite(text.slice(0, text.lastIndexOf('>>'))),
        rank,
        kids: [],
      });
      walk(linkOf(object, 'First'), depth + 1);
    }
  };
  if (frame.outline) walk(linkOf(frame.outline, 'First'), 1);
  return entries;
}

const next = (frame: Frame, object: PartObject) => frame.objects.get(linkOf(object, 'Next') ?? 0);

/** Titles may have any words in them. */
const linkOf = ({ text }: PartObject, key: string) => referenceOf(text.replace(strings, ''), key);

function objectsOf(entry: Entry, parent?: Entry, [before, after]: (Entry | undefined)[] = []): PartObject[] {
  const { number, text, kids } = entry;
  const below = kids.map((kid, index) => objectsOf(kid, entry, [kids[index - 1], kids[index + 1]]));
  const to = (key: string, other: Entry | undefined) => (other ? `/${key} ${other.number} 0 R\n` : '');
  const count = below.flat().length;
  const links = [
    to('Parent', parent),
    to('Prev', before),
    to('Next', after),
    to('First', kids[0]),
    to('Last', kids.at(-1)),
  ];
  const end = `${count > 0 ? `/Count ${count}\n` : ''}>>`;
  return [{ number, text: `${text}${links.join('')}${end}` }, ...below.flat()];
}
