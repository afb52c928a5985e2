import type { Change } from '../decide/decision.js';
import { partName } from '../forms/role-choice.browser.js';
import { say } from '../words/say.browser.js';

/** A change of a file as a sentence: what a person decided, in which file. */
export function tellChanges(changes: readonly Change[]): string {
  const told = changes.flatMap(tellChange);
  const [first = ''] = told;
  const files = [...new Set(changes.map(fileOf))].join(', ');
  const more = told.length > 1 ? ` + ${told.length - 1}` : '';
  return `${first}${more}　${say('in')} ${files}`;
}

function fileOf(change: Change): string {
  if (change.file === 'text') return change.name;
  return change.file === 'names' ? 'names.txt' : 'overrides.yaml';
}

function tellChange(change: Change): string[] {
  if (change.file === 'text') return [tellDifference(change.before, change.after)];
  const removed = say('takenBack');
  if (change.file === 'names')
    return [
      ...change.add,
      ...(change.add.length > 0 ? [] : change.remove.map((line) => `${removed} ${line}`)),
    ];
  const told = change.add.map(tellEntry);
  // An entry that another replaces goes without a word.
  return told.length > 0 ? told : change.remove.map((entry) => `${removed} ${tellEntry(entry)}`);
}

type Entry = Extract<Change, { file: 'overrides' }>['add'][number];

function tellEntry({ list, value }: Entry): string {
  if (typeof value === 'string') return `${say(`list_${list}`)} ${value}`;
  const words = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, [one].flat().join('、')]));
  switch (list) {
    case 'replace':
      return tellDifference(words.text ?? '', words.with ?? '');
    case 'characters':
      return `${words.character} → ${words.as}：${words.in}`;
    case 'role':
      return `${words.text} = ${partName(words.role ?? '')}`;
    case 'add':
      return `${say('list_add')} “${shortened(words.text ?? '')}” = ${partName(words.role ?? '')}`;
    case 'title':
      return words.of
        ? `${words.title} ${say('belongsTo')} ${words.of}`
        : `${words.title} ${say('titleOfNone')}`;
    default:
      return `${say(`list_${list}`)} ${Object.values(words).join(' · ')}`;
  }
}

/** Two texts by what differs in them: 付 → 村, with a character on each side where one of them has nothing. */
function tellDifference(before: string, after: string): string {
  const [from, to] = [[...before], [...after]];
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  if (head + tail >= Math.min(from.length, to.length)) {
    head = Math.max(0, head - 2);
    tail = Math.max(0, tail - 2);
  }
  const cut = (text: string[]) => shortened(text.slice(head, text.length - tail).join(''));
  return `“${cut(from)}” → “${cut(to)}”`;
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
