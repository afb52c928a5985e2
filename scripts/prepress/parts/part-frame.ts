import { objectsOf, type PartObject, type PrintedPart, referenceOf, referencesOf } from './printed-part.js';

/** The objects of a part that stand for the whole file, and are made anew for the joined one. */
export interface Frame {
  objects: ReadonlyMap<number, PartObject>;
  boxes: readonly number[];
  /** Numbers up to this one are used. */
  size: number;
  catalogue: PartObject;
  info: number;
  pages: PartObject;
  destinations: PartObject | undefined;
  tree: PartObject;
  document: PartObject;
  /** The numbers of the elements right below the document. */
  kids: readonly number[];
  /** The one element below it that only holds the pages' elements: `main`. */
  body: Body | undefined;
  outline: PartObject | undefined;
  /** The number of private language tags in it (`tagFragments`). */
  tags: number;
  /** Numbers of the objects that do not go into the joined file. */
  dropped: Set<number>;
}

/** An element without properties of its own. */
export interface Body {
  object: PartObject;
  kids: readonly number[];
}

/** The frame of a part; undefined if it is not as the browser writes it. */
export function frameOf(part: PrintedPart): Frame | undefined {
  const objects = objectsOf(part);
  const named = (from: PartObject | undefined, key: string) =>
    from && objects.get(referenceOf(from.text, key) ?? 0);
  const catalogue = objects.get(part.root);
  const pages = named(catalogue, 'Pages');
  const tree = named(catalogue, 'StructTreeRoot');
  const document = named(tree, 'K');
  const kids = document && kidsOf(document.text);
  if (!catalogue || !pages || !tree || !document?.text.includes('/S /Document\n') || !kids) return undefined;
  const outline = named(catalogue, 'Outlines');
  const destinations = named(catalogue, 'Dests');
  const ids = named(tree, 'IDTree');
  const parents = named(tree, 'ParentTree');
  const texts = [...objects.values()].map(({ text }) => text);
  return {
    ...{
      objects,
      boxes: part.boxes,
      info: part.info,
      catalogue,
      pages,
      destinations,
      tree,
      document,
      kids,
      outline,
    },
    size: Math.max(...objects.keys(), ...part.boxes.filter((_, index) => index % 3 === 0)),
    body: kids.length === 1 ? bodyOf(objects.get(kids[0]!)) : undefined,
    tags: Math.max(
      0,
      ...texts.flatMap((text) => Array.from(text.matchAll(tag), ([, number]) => Number(number))),
    ),
    dropped: new Set(
      [catalogue, tree, destinations, ids, ...leavesOf(ids, objects), parents, outline].flatMap(
        (object) => object?.number ?? [],
      ),
    ),
  };
}

/** The number of a private language tag: `(zh-Hans-x-f12)`. */
const tag = /-x-[a-z](\d+)\)/g;
const plain = /^<<\/Type \/StructElem\n\/S \/NonStruct\n\/P \d+ 0 R\n\/K [^<>]*>>\nendobj\n$/;

const bodyOf = (object: PartObject | undefined): Body | undefined => {
  const kids = object && plain.test(object.text) ? referencesOf(object.text, 'K') : undefined;
  return object && kids && { object, kids };
};

/** The kids of an element, if all are objects. */
const kidsOf = (text: string) => (text.includes('/K ') ? referencesOf(text, 'K') : []);

const leavesOf = (ids: PartObject | undefined, objects: ReadonlyMap<number, PartObject>) =>
  (ids ? (referencesOf(ids.text, 'Kids') ?? []) : []).map((number) => objects.get(number));
