import { configNames, readDictionaries } from '../lexicon/dictionaries.js';
import { kept } from '../lexicon/kept-tables.js';

/**
 * 异体: true if two characters are forms of one, because some dictionary of OpenCC has them in the same place of the
 * same word: 发 發 髮, 里 裏 裡. Both are single characters.
 */
export function areVariants(one: string, other: string): boolean {
  if (one === other) return true;
  const classes = getClasses();
  const found = classes.get(one);
  return found !== undefined && found === classes.get(other);
}

let built: ReadonlyMap<string, string> | undefined;

/** Each character with the representative of its forms. */
function getClasses(): ReadonlyMap<string, string> {
  built ??= kept('variants', joinAll);
  return built;
}

/** From 150,000 words: a tenth of a second. */
function joinAll(): Map<string, string> {
  const parents = new Map<string, string>();
  const rootOf = (character: string): string => {
    let root = character;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== character) parents.set(character, root);
    return root;
  };
  const join = (one: string, other: string) => {
    const [first, second] = [rootOf(one), rootOf(other)];
    if (first !== second) parents.set(second, first);
  };
  for (const config of configNames) {
    const { phrases, characters, regional } = readDictionaries(config);
    for (const words of [phrases, characters, regional])
      for (const [from, to] of words) joinForms(from, to, join);
  }
  const classes = new Map<string, string>();
  for (const character of [...parents.keys()]) {
    const root = rootOf(character);
    classes.set(character, root).set(root, root);
  }
  return classes;
}

/** Joins the forms of two words of equal length; words of other lengths tell nothing about characters. */
function joinForms(from: string, to: string, join: (one: string, other: string) => void): void {
  if (from === to) return;
  const own = [...from];
  const theirs = [...to];
  if (own.length !== theirs.length) return;
  for (const [at, one] of own.entries()) if (one !== theirs[at]) join(one, theirs[at]!);
}
