import { isDocumentNumber } from '../../../text/press/documents.js';
import { isNameplate, isPageAlone, isSectionName } from '../../../text/press/imprint.js';
import {
  isLatinTitle,
  isMastheadLine,
  isPaperName,
  namesDay,
  namesIssue,
} from '../../../text/press/masthead.js';
import type { Line } from '../../measure/lines.js';
import { furnitureNumbers } from '../../numbers/forms.js';
import type { FurnitureKind, PageView } from './page-view.js';

const { longestName, mostMasthead } = furnitureNumbers;

/**
 * Kinds of lines at the head of a file: a `sure` one names issue, day, publisher or editors; `name` is a paper's; `latin`
 * and `section` may stand beside either; `short` may be the name of a paper that is called like none.
 */
type HeadKind = 'sure' | 'name' | 'latin' | 'section' | 'short';

function headKindOf({ text }: Line): HeadKind | undefined {
  // 建字第四二號 under 青禾縣政府佈告 numbers a document, and no issue.
  if (isDocumentNumber(text)) return undefined;
  const isSure = isMastheadLine(text);
  if (isSure && namesIssue(text)) return 'sure';
  if (isPaperName(text) || isNameplate(text)) return 'name';
  if (isSure) return 'sure';
  if (isLatinTitle(text)) return 'latin';
  if (isSectionName(text) || isPageAlone(text)) return 'section';
  return text.length <= longestName && !/[，。；：！？“”]/u.test(text) ? 'short' : undefined;
}

/**
 * 报头: the lines at the head of a file that name the paper, its issue or day, and those who make it, as far as the last
 * of them that is sure. The paper's name alone, or a date under a title, is none: a short line of any words is the
 * paper's name only where the issue has a number or the page a label. The name is furniture wherever it stands again.
 */
export function markMasthead({ lines }: PageView, kinds: (FurnitureKind | undefined)[]): void {
  const head = lines.slice(0, mostMasthead).map(headKindOf);
  const end = head.indexOf(undefined);
  const run = head.slice(0, end < 0 ? head.length : end).flatMap((kind) => kind ?? []);
  let to = run.lastIndexOf('sure') + 1;
  if (run[to] === 'name' && !run.slice(0, to).includes('name')) to++;
  const sure = lines.slice(0, to).filter((_, at) => run[at] === 'sure');
  const isIssue = sure.some(({ text }) => namesIssue(text));
  const isPaged = lines.slice(0, to + 1).some(({ text }) => isPageAlone(text));
  const isDated = sure.some(({ text }) => namesDay(text));
  const names = nameOf(run.slice(0, to), isIssue || (isDated && isPaged));
  if (names === undefined || !(isIssue || isDated)) {
    // Without the paper's name no more is sure than the lines with the day at the very top.
    for (let at = 0; run[at] === 'sure' && namesDay(lines[at]!.text); at++) kinds[at] ??= 'imprint';
    return;
  }
  kinds.fill('imprint', 0, to);
  for (let at = to; run[at] === 'latin' || run[at] === 'section'; at++) kinds[at] = 'imprint';
  const words = new Set(names.map((at) => lines[at]!.text));
  lines.forEach(({ text }, index) => {
    if (words.has(text)) kinds[index] ??= 'imprint';
  });
}

/** Places of the paper's name; undefined where a short line is more than its name, or where nothing names it. */
function nameOf(run: readonly HeadKind[], mayBeShort: boolean): number[] | undefined {
  const places = (kind: HeadKind) => run.flatMap((own, at) => (own === kind ? [at] : []));
  const short = places('short');
  const named = places('name');
  if (short.length === 0)
    return named.length > 0 || run.includes('latin') || run.length > 1 ? named : undefined;
  return named.length === 0 && short.length === 1 && mayBeShort ? short : undefined;
}
