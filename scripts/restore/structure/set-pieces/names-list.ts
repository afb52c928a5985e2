import { han } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';
import type { Line } from '../../measure/lines.js';
import type { Found } from './found.js';

/** 王秀英（女，回族）, 司马义·买买提, and the half of a name that was spread to the width of three: 丁　某. */
const name = pattern('u')`^(?:[${han}]{1,4}|[${han}]{1,6}(?:·[${han}]{1,6})+)(?:[（(][^（）()]{1,12}[）)])?$`;
const leastNames = 3;
const leastRows = 2;

/** 名单: rows of names parted by blanks, also where a row ends. */
export function namesAt(lines: readonly Line[], from: number): Found {
  let to = from;
  const rows: string[][] = [];
  for (; to < lines.length; to++) {
    const row = namesOf(lines[to]!.text, rows.length === 0 ? leastNames : 2);
    if (!row) break;
    rows.push(row);
  }
  return { to, isFound: rows.length >= leastRows && !isGrid(rows) };
}

function namesOf(text: string, least: number): string[] | undefined {
  if (text.length > 160 || /[，。；：！？](?![^（）]*）)/u.test(text)) return undefined;
  const row = text.split(/[ \u3000\t]+/u);
  return row.length >= least && row.every((one) => name.test(one)) ? row : undefined;
}

/** Columns whose cells come again and again are a table's (男, 女, 汉族); a name stands once. */
function isGrid(rows: readonly string[][]): boolean {
  const [first] = rows;
  if (!first || rows.length < 3 || rows.some((row) => row.length !== first.length)) return false;
  return first.some(
    (_, column) => new Set(rows.slice(1).map((row) => row[column])).size * 2 <= rows.length - 1,
  );
}
