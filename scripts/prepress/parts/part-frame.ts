import { type PartFont, readFonts } from './part-fonts.js';
import { type FinishedPart, objectsOf, type PartObject, referenceOf, referencesOf } from './part-objects.js';

/** A part that is to be joined: the objects that stand for the whole file, and are made anew for the joined one. */
export interface Frame {
  objects: ReadonlyMap<number, PartObject>;
  /** Its fonts that may be parts of larger ones. */
  fonts: readonly PartFont[];
  /** Numbers up to this one are used; keys of the parent tree below that one; names of notes up to that one. */
  used: { objects: number; keys: number; notes: number };
  catalogue: PartObject;
  info: number;
  pages: PartObject;
  destinations: PartObject | undefined;
  tree: PartObject;
  document: PartObject;
  /** The numbers of the elements right below the document. */
  kids: readonly number[];
  parents: PartObject;
  /** The names of its elements. */
  names: PartObject | undefined;
  outline: PartObject | undefined;
  /** Numbers of the objects that do not go into the joined file. */
  dropped: Set<number>;
}

/** The frame of a part; undefined if its structure is not as the browser writes it. */
export function frameOf(part: FinishedPart): Frame | undefined {
  const objects = objectsOf(part);
  const named = (from: PartObject | undefined, key: string) =>
    from && objects.get(referenceOf(from.text, key) ?? 0);
  const catalogue = objects.get(part.root);
  const [pages, tree] = [named(catalogue, 'Pages'), named(catalogue, 'StructTreeRoot')];
  const [document, parents] = [named(tree, 'K'), named(tree, 'ParentTree')];
  const kids = document && kidsOf(document.text);
  if (!catalogue || !pages || !tree || !document || !parents || !kids) return undefined;
  if (!document.text.includes('/S /Document\n')) return undefined;
  const [destinations, outline] = [named(catalogue, 'Dests'), named(catalogue, 'Outlines')];
  const names = objects.get(Number(/\/IDTree <<\n\/Kids \[ (\d+) 0 R \]/.exec(tree.text)?.[1] ?? 0));
  const made = [catalogue, tree, document, parents, names, destinations, outline, pages];
  return {
    ...{ objects, catalogue, pages, tree, document, kids, parents, names, destinations, outline },
    info: part.info,
    fonts: readFonts(objects),
    used: {
      objects: Math.max(...objects.keys()),
      keys: Number(/\/ParentTreeNextKey (\d+)/.exec(tree.text)?.[1] ?? 0),
      notes: Math.max(
        0,
        ...Array.from((names?.text ?? '').matchAll(/\(note-(\d+)\)/g), ([, last]) => Number(last)),
      ),
    },
    dropped: new Set([part.info, ...made.flatMap((object) => object?.number ?? [])]),
  };
}

/** The kids of an element, if all are objects. */
const kidsOf = (text: string) => (text.includes('\n/K ') ? referencesOf(text, 'K') : []);
