import { isHan } from '../../text/characters.js';
import { isContinuedFrom, isContinuedOn } from '../../text/press/jumps.js';
import { jumpNumbers } from '../numbers/structure.js';
import { overlaps } from '../overlap.js';
import type { Group } from '../write/groups.js';
import type { Body } from '../write/story.js';
import { assign } from './assign.js';

const { together, nearby, weak, byMarks, byWord } = jumpNumbers;

/** A mark whose counterpart was not found, or only guessed. */
export interface OpenJump {
  group: Group;
  /** Share of common words with the part it was joined to; undefined if it was joined to none. */
  overlap: number | undefined;
}

export interface Joined {
  bodies: Body[];
  open: OpenJump[];
}

/** 转版/接版: joins the parts of stories that jump from page to page, by one assignment over the source. */
export function joinJumps(bodies: readonly Body[]): Joined {
  const heads = bodies.filter(({ blocks }) => blocks.some(goesOnElsewhere));
  const tails = bodies.filter(({ blocks }) => comesFromElsewhere(blocks[0]));
  if (heads.length + tails.length === 0) return { bodies: [...bodies], open: [] };
  const open: OpenJump[] = [];
  const tailOf = new Map<Body, Body>();
  for (let from = 0; from < tails.length; from += together) {
    const some = tails.slice(from, from + together);
    const near = heads.filter((head) => Math.abs(head.at - some[0]!.at) < nearby && !tailOf.has(head));
    joinSome(some, near, { open, tailOf });
  }
  // One head and one tail need no words in common.
  if (heads.length === 1 && tailOf.has(heads[0]!) && tails.length === 1) open.length = 0;
  for (const head of heads) if (!tailOf.has(head)) open.push({ group: lastMark(head), overlap: undefined });
  return { bodies: chain(bodies, tailOf), open };
}

/** 转版: whether a block ends with a mark that the story goes on elsewhere; not where a person calls it text. */
export const goesOnElsewhere = ({ text, isPlain }: Group) => !isPlain && isContinuedOn(text);
/** 接版: whether it begins with a mark that it goes on from there. */
export const comesFromElsewhere = (group: Group | undefined) =>
  group !== undefined && !group.isPlain && isContinuedFrom(group.text);

/** One assignment of tails to heads. */
function joinSome(
  tails: readonly Body[],
  heads: readonly Body[],
  { open, tailOf }: { open: OpenJump[]; tailOf: Map<Body, Body> },
): void {
  const textOf = ({ blocks }: Body) => blocks.map(({ text }) => text).join('');
  const shares = overlaps(tails.map(textOf), heads.map(textOf));
  const all = [...heads, ...tails].map(textOf).join('\n');
  const columns = assign(
    tails.map((tail, row) =>
      heads.map((head, column) => {
        if (head === tail) return -1;
        return shares[row]![column]! + byMarks + (isOneWord(head, tail, all) ? byWord : 0);
      }),
    ),
  );
  tails.forEach((tail, row) => {
    const column = columns[row]!;
    const head = heads[column];
    const isRing = head !== undefined && leadsTo(tail, head, tailOf);
    if (head && !isRing) tailOf.set(head, tail);
    const overlap = head && !isRing ? shares[row]![column]! : undefined;
    if (overlap === undefined || overlap < weak) open.push({ group: tail.blocks[0]!, overlap });
  });
}

/** True if the parts after one lead to another: then joining them would make a ring without a beginning. */
function leadsTo(from: Body, to: Body, tailOf: ReadonlyMap<Body, Body>): boolean {
  for (let at: Body | undefined = from; at; at = tailOf.get(at)) if (at === to) return true;
  return false;
}

/** True if the characters on both sides of a cut form a word used elsewhere on the page: it was cut in mid-sentence. */
function isOneWord(head: Body, tail: Body, all: string): boolean {
  const before = dense(lastMark(head).text).replace(mark, '').at(-1);
  const after = dense(tail.blocks[0]!.text).replace(mark, '')[0];
  return (
    before !== undefined &&
    after !== undefined &&
    isHan(before) &&
    isHan(after) &&
    all.includes(before + after)
  );
}

/** A mark of a jump at either end of a text. */
const mark = /^[（(【][^）)】]{2,16}[）)】]|[（(【][^）)】]{2,16}[）)】]$/u;
const dense = (text: string) => text.replace(/\s/gu, '');

function lastMark({ blocks }: Body): Group {
  return blocks.findLast(goesOnElsewhere) ?? blocks.at(-1)!;
}

/** Joins parts to whole stories; a story may jump more than once. A ring of parts stays separate. */
function chain(bodies: readonly Body[], tailOf: ReadonlyMap<Body, Body>): Body[] {
  const tails = new Set(tailOf.values());
  return bodies.flatMap((body) => {
    if (tails.has(body)) return [];
    const whole = { ...body, blocks: [...body.blocks], bylines: [...body.bylines] };
    for (let tail = tailOf.get(body); tail; tail = tailOf.get(tail)) {
      whole.blocks.push(...tail.blocks);
      whole.bylines.push(...tail.bylines);
    }
    return [whole];
  });
}
