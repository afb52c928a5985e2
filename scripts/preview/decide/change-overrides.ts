import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { readOverrides } from '../../article/overrides-file.js';
import type { Entry } from './decision.js';

const opening = '# 定稿: what was decided about the source; restoring keeps to it.';

/**
 * Adds and removes entries of an overrides file. Every other line stays as it is: remarks, order, spaces, line ends.
 *
 * @returns the new text, and the actual changes: entries that already exist are not added.
 * @throws a problem when the file is not an overrides file.
 */
export function changeOverrides(
  text: string,
  { add, remove }: { add: readonly Entry[]; remove: readonly Entry[] },
  path: string,
): { text: string; add: Entry[]; remove: Entry[] } {
  readOverrides(text, path);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  let now = text.trim() ? text : `${opening}\n\n`;
  const apply = (entries: readonly Entry[], isAdded: boolean) =>
    entries.filter((entry) => {
      const standing = find(parseDocument(now), entry);
      if (isAdded === standing.at >= 0) return false;
      const changed = isAdded ? put(now, entry, newline) : take(now, entry);
      // A file may have a form that we do not know: then it is rewritten in ours.
      now = changed !== undefined && isAsMeant(now, changed, entry) ? changed : rewritten(now, entry);
      return true;
    });
  const removed = apply(remove, false);
  const added = apply(add, true);
  return { text: now.replace(opening, '').trim() ? now : '', add: added, remove: removed };
}

interface Standing {
  pair: Pair | undefined;
  list: YAMLSeq | undefined;
  at: number;
}

function find(document: Document, { list: name, value }: Entry): Standing {
  const map = document.contents as YAMLMap | null;
  const pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
  const list = isSeq(pair?.value) ? (pair.value as YAMLSeq) : undefined;
  const wanted = keyOf(value);
  const at = ((list?.toJSON() ?? []) as unknown[]).findIndex((one) => keyOf(one) === wanted);
  return { pair, list, at };
}

/** Key of a value, whatever the order of its keys; a list of one word may be written as the word. */
const keyOf = (value: unknown) =>
  JSON.stringify(value, (_, one) => {
    if (Array.isArray(one) && one.length === 1) return one[0];
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

const rangeOf = (node: unknown) => (node as { range?: [number, number, number] } | undefined)?.range;
const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;
/** Offset after the line break. */
const lineEnd = (text: string, at: number) => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

/** Writes an entry after the last one of its list, in the same form. */
function put(text: string, entry: Entry, newline: string): string | undefined {
  const { pair, list } = find(parseDocument(text), entry);
  const ended = (lines: string) => (lines === '' || lines.endsWith('\n') ? lines : lines + newline);
  if (!pair) return `${ended(text)}${entry.list}:${newline}  - ${written(entry, false)}${newline}`;
  const last = rangeOf(list?.items.at(-1));
  if (!last) return undefined;
  if (list!.flow) return `${text.slice(0, last[1])}, ${written(entry, true)}${text.slice(last[1])}`;
  const [dash] = /^\s*- /.exec(text.slice(lineStart(text, last[0]))) ?? [];
  const end = lineEnd(text, last[1] - 1);
  return dash && `${ended(text.slice(0, end))}${dash}${written(entry, false)}${newline}${text.slice(end)}`;
}

/** Removes an entry with its line; the list is removed with its last entry. */
function take(text: string, entry: Entry): string | undefined {
  const { pair, list, at } = find(parseDocument(text), entry);
  const [own, next, before] = [at, at + 1, at - 1].map((index) => rangeOf(list?.items[index]));
  if (!own) return undefined;
  const cut = (from: number, to: number) => text.slice(0, from) + text.slice(to);
  const isOnly = list!.items.length === 1;
  if (isOnly) return cut(rangeOf(pair!.key)![0], lineEnd(text, (list!.flow ? rangeOf(list)! : own)[1] - 1));
  if (list!.flow) return next ? cut(own[0], next[0]) : cut(before![1], own[1]);
  return cut(lineStart(text, own[0]), lineEnd(text, own[1] - 1));
}

/** An entry in one line. */
function written({ value }: Entry, isInFlow: boolean): string {
  const document = new Document([value]);
  (document.contents as unknown as YAMLSeq).flow = isInFlow;
  const [item] = (document.contents as unknown as YAMLSeq).items;
  if (typeof value === 'object') {
    (item as YAMLMap).flow = true;
    for (const { value: inner } of (item as YAMLMap).items) if (isSeq(inner)) inner.flow = true;
  }
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd();
  return isInFlow ? text.replace(/^\[ | \]$/g, '') : text.replace(/^- /, '');
}

const contentOf = (text: string) => JSON.stringify(parseDocument(text).toJS() ?? {});

function isAsMeant(before: string, after: string, entry: Entry): boolean {
  return parseDocument(after).errors.length === 0 && contentOf(after) === contentOf(rewritten(before, entry));
}

/** The whole file rewritten with the entry added, or removed if it is there; its remarks stay. */
function rewritten(text: string, entry: Entry): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) document.contents = document.createNode({}) as never;
  const { list, at } = find(document, entry);
  if (at >= 0) {
    list!.delete(at);
    if (list!.items.length === 0) document.delete(entry.list);
  } else {
    if (!list) document.set(entry.list, document.createNode([]));
    const target = document.get(entry.list) as YAMLSeq;
    target.flow = false;
    target.add(document.createNode(entry.value, { flow: typeof entry.value === 'object' }));
  }
  return document.toString({ lineWidth: 0 });
}
