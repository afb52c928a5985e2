import type { Frame } from './part-frame.js';
import { type PartObject, withEntries } from './part-objects.js';
import type { Counts, Numbers } from './renumber.js';

/**
 * The structure tree of a joined file down to the elements of its pages, with the parent tree, the roles and the names
 * of all parts.
 */
export function joinTrees(
  frames: readonly Frame[],
  numbers: readonly Numbers[],
  counts: Counts,
): PartObject[] {
  const [first] = frames as [Frame];
  const [{ of, rewrite }] = numbers as [Numbers];
  const [tree, document] = [of(first.tree.number), of(first.document.number)];
  const parents = ++counts.objects;
  const kids = frames.flatMap((frame, index) => frame.kids.map((kid) => `${numbers[index]!.of(kid)} 0 R`));
  const rest = rewrite(first.document.text.replace(/\n\/K (?:\[[^\]]*\]|\d+ 0 R)(?=\n)/, ''));
  const names = joinNames(frames, numbers);
  const leaf = ++counts.objects;
  const text = [
    ...['<<', '/Type /StructTreeRoot', `/K ${document} 0 R`],
    ...[`/ParentTree ${parents} 0 R`, `/ParentTreeNextKey ${counts.keys}`],
    ...rolesOf(frames),
    ...(names ? [`/IDTree <<\n/Kids [ ${leaf} 0 R ]\n>>`] : []),
    '>>',
  ];
  return [
    { number: tree, text: text.join('\n') },
    { number: document, text: withEntries(rest, [`/K [ ${kids.join(' ')} ]`]) },
    { number: parents, text: parentsText(frames, numbers) },
    ...(names ? [{ number: leaf, text: names }] : []),
  ];
}

/** The parent tree: keys of a part go on from those of the parts before. */
function parentsText(frames: readonly Frame[], numbers: readonly Numbers[]): string {
  const rows = frames.flatMap(({ parents }, index) => {
    const { of, key } = numbers[index]!;
    return Array.from(
      parents.text.matchAll(/(\d+) (\d+) 0 R/g),
      ([, own, row]) => `${key(Number(own))} ${of(Number(row))} 0 R`,
    );
  });
  return `<<\n/Nums [ ${rows.join(' ')} ]\n>>`;
}

/** The types of all parts that are mapped to others. */
function rolesOf(frames: readonly Frame[]): string[] {
  const roles = new Map<string, string>();
  for (const { tree } of frames)
    for (const [, type, role] of (/\/RoleMap <<\n([^>]*)>>/.exec(tree.text)?.[1] ?? '').matchAll(
      /\/(\S+) \/(\S+)\n/g,
    ))
      roles.set(type!, role!);
  if (roles.size === 0) return [];
  return [`/RoleMap <<\n${Array.from(roles, ([type, role]) => `/${type} /${role}\n`).join('')}>>`];
}

/** The tree of names, in one leaf; undefined where no element has one. */
function joinNames(frames: readonly Frame[], numbers: readonly Numbers[]): string | undefined {
  const pairs = frames.flatMap(({ names }, index) => {
    const { of, name } = numbers[index]!;
    const own = (names?.text ?? '').matchAll(/\(([^()]*)\) (\d+) 0 R/g);
    return Array.from(own, ([, id, element]) => ({ id: name(id!), element: of(Number(element)) }));
  });
  if (pairs.length === 0) return undefined;
  pairs.sort((one, other) => (one.id < other.id ? -1 : 1));
  const [first, last] = [pairs[0]!, pairs.at(-1)!];
  const rows = pairs.map(({ id, element }) => `(${id}) ${element} 0 R`);
  return `<<\n/Limits [ (${first.id}) (${last.id}) ]\n/Names [ ${rows.join(' ')} ]\n>>`;
}
