import type { Edit, Range } from '../../article/ledger.js';
import type { Doubt, Piece, Reset } from '../../article/restoration.js';
import { isHanUnit, isSpace } from '../../text/characters.js';
import { datelineLength } from '../../text/press/datelines.js';
import {
  applyChanges,
  cellAt,
  type Draft,
  draftText,
  editsOf,
  endOf,
  isKept,
  newDraft,
  originOf,
  positionsOf,
  pushCell,
  pushLine,
  rangesOf,
  removeLast,
} from '../draft.js';
import { lookAround } from '../measure/continues.js';
import type { Setting } from '../measure/settings.js';
import { lookAroundNumbers } from '../numbers/doubts.js';
import { resetLines } from '../reset.js';
import type { CharacterRule, RuleContext } from '../rules/rule.js';
import { type Correction, correct } from './corrections.js';
import type { Group, Segment } from './groups.js';
import { hyphenation, isHyphenAdded } from './hyphenation.js';
import { joinPhrases } from './join-phrases.js';
import { keepLines, keepsLines } from './keep-lines.js';
import { blankBetween, isBareBorder, rejoin } from './rejoin.js';

const { credit: shortAround } = lookAroundNumbers;

/** Result of writing a piece. */
export interface Written {
  piece: Piece;
  /** 电头 at the piece's beginning; its ranges are inside the piece's. */
  dateline: Piece | null;
  edits: Edit[];
  doubts: Doubt[];
  reset: Reset;
}

export interface Writing extends Pick<RuleContext, 'page'> {
  rules: readonly CharacterRule[];
  /** Which of the rules a text concerns, by the signs in it. */
  signsIn(text: string): Uint8Array;
  /** The setting of a line. */
  settingOf(line: number): Setting | undefined;
  /** Replacements of the source's words. */
  corrections: ReadonlyMap<number, readonly Correction[]>;
  /** Ranges of the source in which no rule changes anything. */
  kept: readonly Range[];
  /** Starts of lines that a person has joined to the one above. */
  joins: ReadonlySet<number>;
}

/** Writes groups as one piece: joins their lines, then applies the character rules to the text. */
export function writePiece(
  source: string,
  groups: readonly Group[],
  { kind, writing }: { kind: RuleContext['kind']; writing: Writing },
): Written {
  const { rules, signsIn, settingOf, corrections, kept, joins, page } = writing;
  const draft = newDraft(source, kept);
  joinLines(draft, groups, joins);
  correct(draft, corrections);
  let starts = startsOf(draft);
  const context: RuleContext = { kind, page, lineStarts: starts };
  let text = draftText(draft);
  let concerned = signsIn(text);
  for (let number = 0; number < rules.length; number++) {
    const rule = rules[number]!;
    const changes = (concerned[number] && rule.change?.(text, context)) || [];
    if (changes.length === 0) continue;
    applyChanges(draft, rule.id, changes);
    text = draftText(draft);
    concerned = signsIn(text);
  }
  if (draft.marks.size > 0) starts = startsOf(draft);
  const doubts: Doubt[] = [];
  for (let number = 0; number < rules.length; number++) {
    const rule = rules[number]!;
    if (!rule.doubt || !concerned[number]) continue;
    for (const doubt of rule.doubt(text, context)) {
      const start = originOf(draft, doubt.start);
      const end = originOf(draft, doubt.end - 1) + 1;
      if (!isKept(draft, start)) doubts.push({ ...doubt, start, end, ruleId: rule.id });
    }
  }
  const cut = context.kind === 'text' ? datelineCut(draft, text) : 0;
  const dateline =
    cut > 0 ? { text: draft.texts.slice(0, cut).join(''), ranges: rangesOf(draft, 0, cut) } : null;
  const segments = groups.flatMap((group) => group.segments);
  const reset = resetLines(text, starts, (line) => settingOf(segments[line]!.line));
  return { piece: { text, ranges: rangesOf(draft) }, dateline, edits: editsOf(draft, cut), doubts, reset };
}

/** Starts of the printed lines in the draft's text. */
function startsOf(draft: Draft): number[] {
  const positions = positionsOf(draft);
  return draft.lines.map((cell) => positions[cell]!);
}

/** Fills the draft with the groups' lines. */
function joinLines(draft: Draft, groups: readonly Group[], joined: ReadonlySet<number>): void {
  let before: Segment | undefined;
  for (const group of groups) {
    const hasLines = keepsLines(group.label);
    group.segments.forEach((segment, index) => {
      const isKept = hasLines && !joined.has(segment.start);
      const isInRow = group.label === 'names' || (group.columns !== undefined && index % group.columns > 0);
      // Rows of a table may look like those of a headline.
      const isPhrase = segment.isPhrase && !isKept;
      const replacement = index === 0 || isInRow || isPhrase ? '\u3000' : isKept ? '\n' : undefined;
      const { id: rule } = isKept && !isInRow ? keepLines : joinPhrases;
      const confidence = group.joins[index - 1] ?? 1;
      if (before) pushGap(draft, { before, segment, replacement, rule, confidence });
      pushLine(draft, segment.start, segment.end);
      before = segment;
    });
  }
}

/** The first cell after the dateline, or 0. */
function datelineCut(draft: Draft, text: string): number {
  const length = datelineLength(text);
  if (length === 0 || length >= text.length) return 0;
  return Math.max(cellAt(draft, length), 0);
}

interface Join {
  before: Segment;
  segment: Segment;
  /** Replacement of the gap; if undefined, the characters on both sides decide. */
  replacement: string | undefined;
  rule: string;
  confidence: number;
}

/** Adds the white space between two lines; if something else is between them, there is nothing to edit. */
function pushGap(draft: Draft, { before, segment, replacement, rule, confidence }: Join): void {
  const { source } = draft;
  let stop = before.end;
  const after = source.slice(segment.start, segment.start + lookAround);
  while (stop < source.length && isSpace(source.charCodeAt(stop))) stop++;
  if (stop < segment.start || segment.start < before.end) {
    // Something else stands between: only the white space before it is ours, for the words on both sides.
    const own = replacement ?? (isBareBorder(after) ? '' : blankBetween(textBefore(draft), after));
    if (own !== '' && stop > before.end)
      pushCell(draft, { start: before.end, end: stop, replacement: own, rule, confidence });
    return;
  }
  if (replacement !== undefined && before.end < segment.start) {
    pushCell(draft, { start: before.end, end: segment.start, replacement, rule, confidence });
    return;
  }
  let blank = '';
  if (!isBareBorder(after)) {
    const words = textBefore(draft);
    const isHyphen = replacement === undefined && isHyphenAdded(words, after);
    if (isHyphen) removeLast(draft, hyphenation.id);
    else blank = blankBetween(words, after);
  }
  pushCell(draft, { start: before.end, end: segment.start, replacement: blank, rule: rejoin.id, confidence });
}

/** Text before a line; with Han only credits are examined, which are short. */
const textBefore = (draft: Draft) =>
  endOf(draft, isHanUnit(endOf(draft, 1).charCodeAt(0)) ? shortAround : lookAround);
