import { isAsciiDigit, isHan, isLatin, isSpace } from '../../text/characters.js';
import { foldLine } from '../../text/fold.js';
import { opensWithDateline } from '../../text/press/datelines.js';
import { isClosing, namesDocument } from '../../text/press/documents.js';
import { opensWithDay, saysWhen } from '../../text/press/half-sentences.js';
import { isDay } from '../../text/press/imprint.js';
import {
  isArticle,
  isEnactment,
  isItemStart,
  isNumberedHeading,
  isSalutation,
  isSpeaker,
} from '../../text/press/items.js';
import { isContinuedFrom, isContinuedOn } from '../../text/press/jumps.js';
import {
  endsWithCredit,
  endsWithSaying,
  gluedBylineAt,
  gluedCaptionAt,
  isByline,
  isCredit,
  isPenName,
  opensCaption,
  opensWithReporter,
  saysWhatIsShown,
} from '../../text/press/names.js';
import { endsSigned, looksLikeNames, looksLikeTail } from '../../text/press/tails.js';
import { closers, lineStartProhibited, openers } from '../../text/prohibition.js';
import { featureNumbers } from '../numbers/parts.js';
import { addLikeness, addShared } from './story-features.js';
import type { Add, LineLooks, View } from './view.js';

/** Names that are put together are kept: to make one for each line takes more time than the rest. */
function namer(): (first: string, second: string) => string {
  const known = new Map<string, Map<string, string>>();
  return (first, second) => {
    const row = known.get(first) ?? new Map<string, string>();
    if (row.size === 0) known.set(first, row);
    const name = row.get(second) ?? first + second;
    if (!row.has(second)) row.set(second, name);
    return name;
  };
}
const named = namer();

/** Features of the characters of a line and of its neighbours. */
export function addWords(view: View, line: number, add: Add): void {
  const { lines } = view.page;
  const text = lines[line]!.text;
  const own = looksAt(view, line);
  const before = line > 0 ? looksAt(view, line - 1) : undefined;
  const after = line + 1 < lines.length ? looksAt(view, line + 1) : undefined;
  const { ends, beforeEnds } = endNames[view.punctuation]!;
  add(named(ends, own.ends));
  add(named(beforeEnds, before ? before.ends : 'none'));
  add(named('begins ', own.begins));
  add(named('after begins ', after ? after.begins : 'none'));
  addSewn(view, line, add);
  for (const look of own.side) add(look);
  for (const look of looksOf(text)) add(look);
  if (lines[line]!.isSpread) add('spread');
  if (before) for (const look of before.side) add(named('before: ', look));
  if (after) for (const look of after.side) add(named('after: ', look));
  addShared(view, line, add);
  if (line > 0) addLikeness(view, line, add);
}

/** Beginnings of names by the page's punctuation. */
const endNames: Record<string, { ends: string; beforeEnds: string }> = Object.fromEntries(
  ['', 'old ', 'no marks '].map((marks) => [
    marks,
    { ends: `${marks}ends `, beforeEnds: `${marks}before ends ` },
  ]),
);

/** The same looks are asked for as the line's own, as those before and as those behind. */
function looksAt({ page, looks }: View, line: number): LineLooks {
  const known = looks[line];
  if (known) return known;
  const { text } = page.lines[line]!;
  const found = { begins: startClass(text), ends: endClass(text), side: sideLooks(text) };
  looks[line] = found;
  return found;
}

/** Features of words that the page writes together and the line's beginning, or its end, splits. */
function addSewn({ sewn }: View, line: number, add: Add): void {
  const [before, after] = [sewn[line]!, sewn[line + 1] ?? 0];
  if (before > 0) add(before > 2 ? 'sewn often' : 'sewn');
  if (after > 0) add(after > 2 ? 'sewn often after' : 'sewn after');
}

function endClass(text: string): string {
  let at = text.length - 1;
  while (at > 0 && (closers.has(text[at]!) || isSpace(text[at]!))) at--;
  const closed = at < text.length - 1 ? ' closed' : '';
  const last = foldLine(text[at]!);
  if (last === '。') return `stop${closed}`;
  if (last === '！' || last === '？') return `question${closed}`;
  if ('，、；'.includes(last)) return 'comma';
  if (last === '：') return 'colon';
  if ('—…'.includes(last)) return 'dash';
  if (closed) return text.at(-1) === '”' || text.at(-1) === '」' ? 'quotation' : 'bracket';
  if ('的了和与是为将把被对向从及在以由使让给但而并或且于至其该这那'.includes(last)) return 'particle';
  if (isHan(last)) return 'Han';
  return isAsciiDigit(last) ? 'digit' : isLatin(last) ? 'Latin' : 'other';
}

function startClass(text: string): string {
  const first = foldLine(text[0]!);
  if ('●■◆▲△★☆□◇○•·◎◘'.includes(first)) return 'bullet';
  if (lineStartProhibited.has(first)) return 'prohibited';
  if (first === '（' || first === '【') return first;
  if (openers.has(first)) return 'quotation';
  if ('—…'.includes(first)) return 'dash';
  if (/^[A-H][.、．]/u.test(text)) return 'option';
  if (isArticle(text)) return 'article';
  if (isNumberedHeading(text)) return 'number';
  if (isItemStart(text)) return 'item';
  if ('的了着们等级业者性化度'.includes(first)) return 'particle';
  if (isHan(first)) return 'Han';
  return isAsciiDigit(first) ? 'digit' : isLatin(first) ? 'Latin' : 'other';
}

function looksOf(text: string): string[] {
  const looks: string[] = [];
  const folded = foldLine(text);
  const marks = folded.match(/[，。；]/gu)?.length ?? 0;
  looks.push(named('marks ', String(Math.min(marks, featureNumbers.mostMarks))));
  if (/。./u.test(folded)) looks.push('stop inside');
  if (opensWithDay(text)) looks.push('day first');
  if (namesDocument(text)) looks.push('document');
  if (hasPhrases(text)) looks.push('phrases');
  if (/^[^，。；：]{1,8}：./u.test(folded)) looks.push('colon inside');
  if (/^（.*）$/u.test(folded)) looks.push('bracketed');
  if (/^【.*】$/u.test(folded)) looks.push('label');
  if (/^[^（]*）|（[^）]*$/u.test(folded)) looks.push('half bracket');
  if (/^[^“]*”|“[^”]*$/u.test(folded)) looks.push('half quotation');
  if (isSpeaker(text)) looks.push('speaker');
  if (isSalutation(text)) looks.push('salutation');
  if (isEnactment(text)) looks.push('enactment');
  if (endsWithSaying(text)) looks.push('saying');
  if (saysWhatIsShown(text)) looks.push('shown');
  if (isContinuedFrom(text)) looks.push('continued from');
  if (isContinuedOn(text)) looks.push('continued on');
  return looks;
}

/** Looks that matter for neighbouring lines as well. */
function sideLooks(text: string): string[] {
  const looks: string[] = [];
  if (opensWithDateline(text)) looks.push('dateline');
  if (isByline(text)) looks.push('byline');
  else if (opensWithReporter(text)) looks.push('reporter');
  if (isPenName(text)) looks.push('pen name');
  if (looksLikeNames(text)) looks.push('names');
  if (looksLikeTail(text)) looks.push('tail');
  if (isDay(text)) looks.push('date alone');
  if (isClosing(text)) looks.push('closing');
  if (field.test(foldLine(text))) looks.push('field');
  if (opensCaption(text)) looks.push('caption');
  if (isCredit(text)) looks.push('credit');
  else if (endsWithCredit(text)) looks.push('ends with credit');
  if (/摄）?$/u.test(foldLine(text).slice(-3))) looks.push('ends with 摄');
  if (/（[前后]?[左右中][一二三四五六七八九十]?）/u.test(foldLine(text))) looks.push('places of persons');
  if (gluedCaptionAt(text) > 0) looks.push('glued caption');
  else if (gluedBylineAt(text) > 0) looks.push('glued byline');
  if (isContinuedOn(text)) looks.push('jump');
  if (endsSigned(text)) looks.push('signed');
  if (saysWhen(text)) looks.push('says when');
  return looks;
}

/** 栏目与内容: a field of a form and its value. */
const field = /^[^，。；：！？“]{2,8}：[^，。；！？]{1,40}$/u;

function hasPhrases(text: string): boolean {
  for (let at = 1; at + 1 < text.length; at++)
    if (isSpace(text[at]!) && isWide(text[at - 1]!)) {
      let end = at;
      while (isSpace(text[end] ?? '-')) end++;
      if (isWide(text[end] ?? '')) return true;
    }
  return false;
}

const isWide = (char: string) => isHan(char) || '“”‘’《》「」'.includes(char);
