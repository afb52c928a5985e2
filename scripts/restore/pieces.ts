import type { Edit } from '../article/ledger.js';
import type { Doubt, Piece } from '../article/restoration.js';
import { isAsciiDigit, isLatin } from '../text/characters.js';
import {
  applyChanges,
  type Draft,
  draftText,
  editsOf,
  newDraft,
  originOf,
  pushCell,
  pushSource,
  rangesOf,
} from './draft.js';
import type { Group, Segment } from './groups.js';
import type { CharacterRule, RuleContext } from './rules/rule.js';

/** What writing down a piece yields. */
export interface Written {
  piece: Piece;
  edits: Edit[];
  doubts: Doubt[];
}

/** Writes groups down as one piece: joins their lines, then lets the character rules work on the text. */
export function writePiece(
  source: string,
  groups: readonly Group[],
  rules: readonly CharacterRule[],
  context: RuleContext,
): Written {
  const draft = newDraft(source);
  let before: Segment | undefined;
  for (const group of groups) {
    group.segments.forEach((segment, index) => {
      const replacement = index === 0 ? '\u3000' : undefined;
      if (before) pushGap(draft, { before, segment, replacement, confidence: group.joins[index - 1] ?? 1 });
      pushSource(draft, segment.start, segment.end);
      before = segment;
    });
  }
  for (const rule of rules) {
    if (rule.change) applyChanges(draft, rule.id, rule.change(draftText(draft), context));
  }
  const text = draftText(draft);
  const doubts = rules.flatMap((rule) =>
    (rule.doubt?.(text, context) ?? []).map((doubt) => ({
      ...doubt,
      start: originOf(draft, doubt.start),
      end: originOf(draft, doubt.end - 1) + 1,
      ruleId: rule.id,
    })),
  );
  return { piece: { text, ranges: rangesOf(draft) as Piece['ranges'] }, edits: editsOf(draft), doubts };
}

interface Join {
  before: Segment;
  segment: Segment;
  replacement: string | undefined;
  confidence: number;
}

/** The white space between two lines; between lines that are not neighbours there is nothing to edit. */
function pushGap(draft: Draft, { before, segment, replacement, confidence }: Join): void {
  if (draft.source.slice(before.end, segment.start).trim() !== '') return;
  const text = replacement ?? blankBetween(draft.source, before.end, segment.start);
  pushCell(draft, { start: before.end, end: segment.start, replacement: text, rule: 'rejoin', confidence });
}

/** Latin words that met at a line's end were parted by a blank; all else joins without one. */
function blankBetween(source: string, end: number, start: number): string {
  const before = source[end - 1]!;
  const after = source[start]!;
  return isLatin(after) && (isLatin(before) || /[,.;:!?)]/.test(before)) && !isAsciiDigit(before) ? ' ' : '';
}
