import { type State, states } from './memory.js';
import type { Unit } from './unit.js';
import type { Languages } from './write-xliff.js';

/**
 * 双语稿: the units as plain Markdown, for translators without tools. A comment before each unit holds its id and kind;
 * the source is quoted, the translation follows below.
 */
export function writeBilingual(units: readonly Unit[], { from, to }: Languages): string {
  const head = `<!-- chongpai ${from} ${to}: write each translation below its quoted source, and leave the comments -->\n`;
  return head + units.map(writeUnit).join('');
}

function writeUnit({ id, kind, source, target, state, isFuzzy, formerSource }: Unit): string {
  const former =
    formerSource === undefined ? '' : `<!-- before:\n${formerSource.replaceAll('--', '-\\-')}\n-->\n`;
  const quoted = source
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
  const mark = `<!-- ${id} | ${kind} | ${isFuzzy ? 'fuzzy' : state} -->`;
  return `\n${mark}\n${former}${quoted}\n\n${target === undefined ? '' : `${target}\n`}`;
}

const unitMark = /^<!-- (\S+) \| ([^|]+) \| (\w+) -->\n(?:<!-- before:\n[\s\S]*?\n-->\n)?/m;

/** Reads it back. Undefined for any other text. */
export function readBilingual(text: string): { units: Unit[]; language: string } | undefined {
  const plain = text.replace(/\r\n?/g, '\n');
  const [, language] = /^<!-- chongpai \S+ (\S+?):/.exec(plain) ?? [];
  if (!language) return undefined;
  const pieces = plain.split(new RegExp(unitMark.source, 'gm')).slice(1);
  const units: Unit[] = [];
  for (let at = 0; at + 3 < pieces.length; at += 4)
    units.push(readUnit(pieces.slice(at, at + 4) as [string, string, string, string]));
  return { units, language };
}

function readUnit([id, kind, said, body]: [string, string, string, string]): Unit {
  const lines = body.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('>'));
  const quoted = end < 0 ? lines : lines.slice(0, end);
  const target =
    end < 0
      ? ''
      : lines
          .slice(end)
          .join('\n')
          .replace(/^\n+|\s+$/g, '');
  const state = states.find((one) => one === said) ?? ('translated' satisfies State);
  return {
    id,
    kind,
    source: quoted.map((line) => line.replace(/^> ?/, '')).join('\n'),
    state: target !== '' && state === 'initial' ? 'translated' : state,
    ...(target !== '' && { target }),
    ...(said === 'fuzzy' && { isFuzzy: true }),
  };
}
