import { createHash } from 'node:crypto';
import type { Frame } from './part-frame.js';

/** Counts of a joined file. */
export interface Counts {
  /** Objects. */
  objects: number;
  /** Keys of its parent tree. */
  keys: number;
  /** Names of elements. */
  names: number;
  /** Private language tags (`tagFragments`). */
  tags: number;
}

/** The numbers of a part in the joined file. */
export interface Numbers {
  of: (number: number) => number;
  /** Makes an object of the part one with another of the joined file. */
  set: (number: number, joined: number) => void;
  /** True if an object is not one with another. */
  isOwn: (number: number) => boolean;
  /** The text of an object with the numbers of the joined file. */
  rewrite: (text: string) => string;
}

/** Strings, and all that is counted by file: tags, names of elements, keys of the parent tree, references. */
const counted =
  /(\/Lang \([^()\\]*-x-[a-z])(\d+)\)|\(node(\d+)\)|\((?:[^\\()]|\\[\s\S])*\)|(\/StructParents?) \d+|(\d+) 0 R/g;
/** Pictures, colour profiles and graphics states: many parts have the same. */
const shared = /^<<\/(?:Type \/XObject\n\/Subtype \/Image\n|N \d+\n|ca |CA )/;

/** Numbers for the parts of a file, in their order. `counts` goes on; objects get numbers of the part's own. */
export function numberParts(frames: readonly Frame[], counts: Counts): Numbers[] {
  /** The number of a shared object by its text and the hash of its data. */
  const known = new Map<string, number>();
  return frames.map((frame) => {
    const shift = { objects: counts.objects, tags: counts.tags };
    counts.objects += frame.size;
    counts.tags += frame.tags;
    const joined = new Map<number, number>();
    const names = new Map<string, string>();
    const nameOf = (name: string) => {
      if (!names.has(name)) names.set(name, `${++counts.names}`.padStart(8, '0'));
      return names.get(name)!;
    };
    const rewrite = (text: string) =>
      text.replace(
        counted,
        (all, lang?: string, tag?: string, name?: string, key?: string, number?: string) => {
          if (lang !== undefined) return `${lang}${Number(tag) + shift.tags})`;
          if (name !== undefined) return `(node${nameOf(name)})`;
          if (key !== undefined) return `${key} ${counts.keys++}`;
          return number === undefined ? all : `${of(Number(number))} 0 R`;
        },
      );
    const of = (number: number): number => {
      const found = joined.get(number);
      if (found !== undefined) return found;
      const own = number + shift.objects;
      joined.set(number, own);
      const object = frame.objects.get(number);
      if (!object || !shared.test(object.text)) return own;
      const key = `${rewrite(object.text)} ${digest(object.data)}`;
      if (!known.has(key)) known.set(key, own);
      joined.set(number, known.get(key)!);
      return known.get(key)!;
    };
    const isOwn = (number: number) => of(number) === number + shift.objects;
    return { of, isOwn, rewrite, set: (number, other) => void joined.set(number, other) };
  });
}

const digest = (data: Buffer | undefined) => (data ? createHash('sha256').update(data).digest('hex') : '');
