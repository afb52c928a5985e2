import { isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml';

interface Contents {
  /** Ids of the stories in the machine's order: when it wrote the issue file last, and now. */
  before: readonly string[];
  after: readonly string[];
  /** True for a story that has a file. */
  isThere: (id: string) => boolean;
}

/**
 * 三方合并 of `issue.yaml`: brings the stories that are new, gone, or moved since into the contents as a person has
 * arranged them. Titles, sections, remarks and a story that a person took out stay as they are.
 *
 * @param standing the file as the person has it
 * @returns the same text where nothing is to be changed, or where it is no issue file: its reader reports that
 */
export function mergeIssue(standing: string, { before, after, isThere }: Contents): string {
  const document = parseDocument(standing);
  const sections = isMap(document.contents) ? document.contents.get('sections') : undefined;
  if (document.errors.length > 0 || !isSeq(sections)) return standing;
  const lists = sections.items.flatMap((section) => {
    const articles = isMap(section) ? section.get('articles', true) : undefined;
    return isSeq(articles) ? [articles] : [];
  });
  const mine = lists.flatMap(idsOf);
  if (mine.length === 0) return standing;
  const ofBoth = (ids: readonly string[]) => ids.filter((id) => mine.includes(id));
  const stay = new Set(commonOrder(ofBoth(before), ofBoth(after)));
  let isChanged = false;
  for (const id of before)
    if (!after.includes(id) && !isThere(id)) isChanged = takeOut(lists, id) || isChanged;
  for (const [at, id] of after.entries()) {
    const isNew = !before.includes(id);
    // Of those that a person has left out, none comes back.
    if (isNew ? mine.includes(id) : stay.has(id) || !mine.includes(id)) continue;
    if (!isNew) takeOut(lists, id);
    putIn(lists, id, { before: after.slice(0, at), after: after.slice(at + 1) });
    isChanged = true;
  }
  return isChanged ? document.toString({ lineWidth: 0, flowCollectionPadding: false }) : standing;
}

const idsOf = (list: YAMLSeq): string[] =>
  list.items.map((item) => String(isScalar(item) ? item.value : item));

function takeOut(lists: readonly YAMLSeq[], id: string): boolean {
  for (const list of lists) {
    const at = idsOf(list).indexOf(id);
    if (at >= 0) return list.delete(at);
  }
  return false;
}

/** Puts a story behind the nearest one that comes before it in the machine's order, or else before the next one. */
function putIn(
  lists: YAMLSeq[],
  id: string,
  beside: { before: readonly string[]; after: readonly string[] },
) {
  const places = lists.flatMap((list) => idsOf(list).map((one, at) => ({ one, list, at })));
  const find = (ids: readonly string[]) =>
    ids.flatMap((one) => places.find((place) => place.one === one) ?? [])[0];
  const [previous, next] = [find(beside.before.toReversed()), find(beside.after)];
  const list = previous?.list ?? next?.list ?? lists.at(-1)!;
  const at = previous ? previous.at + 1 : (next?.at ?? list.items.length);
  list.items.splice(at, 0, parseDocument(JSON.stringify(id)).contents);
}

/** The longest list of ids that stand in the same order in both. */
function commonOrder(some: readonly string[], others: readonly string[]): string[] {
  const lengths = some.map(() => new Array<number>(others.length + 1).fill(0));
  lengths.push(new Array<number>(others.length + 1).fill(0));
  for (let i = some.length - 1; i >= 0; i--)
    for (let j = others.length - 1; j >= 0; j--)
      lengths[i]![j] =
        some[i] === others[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const common: string[] = [];
  for (let i = 0, j = 0; i < some.length && j < others.length; )
    if (some[i] === others[j]) {
      common.push(some[i]!);
      i++;
      j++;
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  return common;
}
