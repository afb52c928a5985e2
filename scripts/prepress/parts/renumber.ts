import { createHash } from 'node:crypto';
import type { Frame } from './part-frame.js';

/** Counts of a joined file. */
export interface Counts {
  objects: number;
  /** Keys of its parent tree. */
  keys: number;
  /** Names of notes, and of other elements. */
  notes: number;
  names: number;
}

/** The numbers of a part in the joined file. */
export interface Numbers {
  of: (number: number) => number;
  /** Makes an object of the part one with another of the joined file. */
  set: (number: number, joined: number) => void;
  /** True if an object is not one with another. */
  isOwn: (number: number) => boolean;
  /** A key of the parent tree in the joined file. */
  key: (key: number) => number;
  /** The text of an object with the numbers and names of the joined file. */
  rewrite: (text: string) => string;
  /** The name of an element, `note-3` or `node00000012`, in the joined file. */
  name: (name: string) => string;
}

/** Names of elements, all other strings, keys of the parent tree, references. */
const counted =
  /\/ID \(([^()]*)\)|\/Headers \[([^\]]*)\]|\((?:[^\\()]|\\[\s\S])*\)|(\/StructParents?) (\d+)|(\d+) 0 R/g;
/** Pictures, colour profiles and graphics states: many parts have the same. */
const shared = /^<<\n\/(?:Type \/XObject\n\/Subtype \/Image\n|N \d+\n|ca |CA )/;

/** Numbers for the parts of a file, in their order. `counts` goes on; objects get numbers of the part's own. */
export function numberParts(frames: readonly Frame[], counts: Counts): Numbers[] {
  /** The number of a shared object by its text and the hash of its data. */
  const known = new Map<string, number>();
  const [first] = frames;
  const trees = [first!.tree.number + counts.objects, first!.document.number + counts.objects] as const;
  return frames.map((frame) => {
    const { objects: shift, keys, notes } = counts;
    counts.objects += frame.used.objects;
    counts.keys += frame.used.keys;
    counts.notes += frame.used.notes;
    // The trees of all parts are the first one's.
    const joined = new Map([
      [frame.tree.number, trees[0]],
      [frame.document.number, trees[1]],
    ]);
    const name = namesOf(counts, notes);
    const key = (own: number) => keys + own;
    const rewrite = (text: string) =>
      text.replace(
        counted,
        (all, id?: string, heads?: string, holder?: string, own?: string, number?: string) => {
          if (id !== undefined) return `/ID (${name(id)})`;
          if (heads !== undefined)
            return `/Headers [${heads.replace(/\(([^()]*)\)/g, (_, head: string) => `(${name(head)})`)}]`;
          if (holder !== undefined) return `${holder} ${key(Number(own))}`;
          return number === undefined ? all : `${of(Number(number))} 0 R`;
        },
      );
    const of = (number: number): number => {
      const found = joined.get(number);
      if (found !== undefined) return found;
      const own = number + shift;
      joined.set(number, own);
      const object = frame.objects.get(number);
      if (!object || !shared.test(object.text)) return own;
      const content = `${rewrite(object.text)} ${digest(object.data)}`;
      if (!known.has(content)) known.set(content, own);
      joined.set(number, known.get(content)!);
      return known.get(content)!;
    };
    const isOwn = (number: number) => of(number) === number + shift;
    return { of, isOwn, key, rewrite, name, set: (number, other) => void joined.set(number, other) };
  });
}

/** Names of a part's elements: notes go on counting; the browser names others by the numbers of its nodes. */
function namesOf(counts: Counts, notes: number): (name: string) => string {
  const others = new Map<string, string>();
  return (name) => {
    const note = /^note-(\d+)$/.exec(name)?.[1];
    if (note !== undefined) return `note-${notes + Number(note)}`;
    if (!others.has(name)) others.set(name, `node${`${++counts.names}`.padStart(8, '0')}`);
    return others.get(name)!;
  };
}

const digest = (data: Uint8Array | undefined) =>
  data ? createHash('sha256').update(data).digest('hex') : '';
