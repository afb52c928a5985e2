import { isMap, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import { readOverrides } from '../article/overrides-file.js';
import type { Entry } from './decision.js';

const opening = ` 定稿: what was decided about the source; restoring keeps to it.\n`;

/**
 * Adds and removes entries of an overrides file and leaves everything else in it as it is, remarks too.
 *
 * @returns the new text, and what really changed: what already stood there is not added.
 * @throws a problem when the file is none.
 */
export function changeOverrides(
  text: string,
  { add, remove }: { add: readonly Entry[]; remove: readonly Entry[] },
  path: string,
): { text: string; add: Entry[]; remove: Entry[] } {
  readOverrides(text, path);
  const document = parseDocument(text);
  if (!isMap(document.contents)) document.contents = document.createNode({}) as never;
  if (!text.trim()) document.commentBefore = opening.trimEnd();
  const done = { add: [] as Entry[], remove: [] as Entry[] };
  const listOf = (name: string) => document.get(name) as YAMLSeq | undefined;
  for (const entry of remove) {
    const list = listOf(entry.list);
    const at = list && isSeq(list) ? indexIn(list, entry) : -1;
    if (at < 0) continue;
    list!.delete(at);
    if (list!.items.length === 0) document.delete(entry.list);
    done.remove.push(entry);
  }
  for (const entry of add) {
    if (!isSeq(listOf(entry.list))) document.set(entry.list, document.createNode([]));
    const list = listOf(entry.list)!;
    list.flow = false;
    if (indexIn(list, entry) >= 0) continue;
    list.add(document.createNode(entry.value, { flow: typeof entry.value === 'object' }));
    done.add.push(entry);
  }
  const isEmpty = isMap(document.contents) && document.contents.items.length === 0;
  return { ...done, text: isEmpty ? '' : document.toString({ lineWidth: 0 }) };
}

function indexIn(list: YAMLSeq, { value }: Entry): number {
  const wanted = JSON.stringify(value);
  return (list.toJSON() as unknown[]).findIndex((one) => JSON.stringify(one) === wanted);
}
