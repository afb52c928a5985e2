import { isHan, isSpace } from '../../text/characters.js';
import { charactersOf, isOneOf } from '../../text/ends.js';
import { foldLine } from '../../text/fold.js';
import { namesDocument } from '../../text/press/documents.js';
import { opensWithDay } from '../../text/press/half-sentences.js';
import { isEnactment, isSalutation, isSpeaker } from '../../text/press/items.js';
import { isContinuedFrom, isContinuedOn } from '../../text/press/jumps.js';
import { endsWithSaying, saysWhatIsShown } from '../../text/press/names.js';
import { featureNumbers } from '../numbers/parts.js';
import { feature } from './feature.js';
import { begins, endClass, ends, punctuations, startClass } from './line-ends.js';
import { sideLooks } from './side-looks.js';
import { addLikeness, addShared } from './story-features.js';
import type { Add, LineLooks, View } from './view.js';

/** Features of the characters of a line and of its neighbours. */
export function addWords(view: View, line: number, add: Add): void {
  const { lines } = view.page;
  const text = lines[line]!.text;
  const own = looksAt(view, line);
  const before = line > 0 ? looksAt(view, line - 1) : undefined;
  const after = line + 1 < lines.length ? looksAt(view, line + 1) : undefined;
  const marks = punctuations.indexOf(view.punctuation);
  add(own.ends.own[marks]!);
  add((before ? before.ends : ends.none).before[marks]!);
  add(own.begins.own);
  add((after ? after.begins : begins.none).after);
  addSewn(view, line, add);
  for (const look of own.side) add(look.own);
  addLooks(text, add);
  if (lines[line]!.isSpread) add(spread);
  if (before) for (const look of before.side) add(look.before);
  if (after) for (const look of after.side) add(look.after);
  addShared(view, line, add);
  if (line > 0) addLikeness(view, line, add);
}

const spread = feature('spread');

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
  if (before > 0) add(before > 2 ? sewnOften : sewnOnce);
  if (after > 0) add(after > 2 ? sewnOftenAfter : sewnAfter);
}

const sewnOnce = feature('sewn');
const sewnOften = feature('sewn often');
const sewnAfter = feature('sewn after');
const sewnOftenAfter = feature('sewn often after');

const own = {
  marks: Array.from({ length: featureNumbers.mostMarks + 1 }, (_, count) => feature(`marks ${count}`)),
  stopInside: feature('stop inside'),
  dayFirst: feature('day first'),
  document: feature('document'),
  phrases: feature('phrases'),
  colonInside: feature('colon inside'),
  bracketed: feature('bracketed'),
  label: feature('label'),
  halfBracket: feature('half bracket'),
  halfQuotation: feature('half quotation'),
  speaker: feature('speaker'),
  salutation: feature('salutation'),
  enactment: feature('enactment'),
  saying: feature('saying'),
  shown: feature('shown'),
  continuedFrom: feature('continued from'),
  continuedOn: feature('continued on'),
};

function addLooks(text: string, add: Add): void {
  const folded = foldLine(text);
  const { marks, hasPair } = signsOf(folded);
  add(own.marks[Math.min(marks, featureNumbers.mostMarks)]!);
  if (marks > 0 && /。./u.test(folded)) add(own.stopInside);
  if (opensWithDay(text)) add(own.dayFirst);
  if (namesDocument(text)) add(own.document);
  if (hasPhrases(text)) add(own.phrases);
  if (/^[^，。；：]{1,8}：./u.test(folded)) add(own.colonInside);
  if (hasPair) addPairs(folded, add);
  if (isSpeaker(text)) add(own.speaker);
  if (isSalutation(text)) add(own.salutation);
  if (isEnactment(text)) add(own.enactment);
  if (endsWithSaying(text)) add(own.saying);
  if (saysWhatIsShown(text)) add(own.shown);
  if (isContinuedFrom(text)) add(own.continuedFrom);
  if (isContinuedOn(text)) add(own.continuedOn);
}

/** Brackets and quotation marks, of which one may be on another line. */
function addPairs(folded: string, add: Add): void {
  if (/^（.*）$/u.test(folded)) add(own.bracketed);
  if (/^【.*】$/u.test(folded)) add(own.label);
  if (/^[^（]*）|（[^）]*$/u.test(folded)) add(own.halfBracket);
  if (/^[^“]*”|“[^”]*$/u.test(folded)) add(own.halfQuotation);
}

const inside = charactersOf('，。；');
const pairs = charactersOf('（）【】“”');

/** One look at a folded line: the marks of its sentences, and whether it has any bracket or quotation mark. */
function signsOf(folded: string): { marks: number; hasPair: boolean } {
  let marks = 0;
  let hasPair = false;
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (isOneOf(unit, inside)) marks++;
    else if (isOneOf(unit, pairs)) hasPair = true;
  }
  return { marks, hasPair };
}

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
