import {
  endsWithCredit,
  endsWithWhatIsShown,
  isCaption,
  isCredit,
  isCreditHead,
  isCreditTail,
  opensCaptionOrGlue,
  saysWhatIsShown,
} from '../../text/press/names.js';
import type { Group } from '../write/groups.js';
import { visibleLength } from './labels.js';

/** A caption has few lines. */
const mostGroups = 5;
/** How sure a join is that the caption's form and not its measure tells. */
const confidence = 0.9;

/**
 * Joins a caption that was set in a measure of its own, over two or three lines: the search takes such lines for
 * headings or for short paragraphs, but they end with who took the picture.
 */
export function joinCaptions(groups: readonly Group[]): Group[] {
  const result: Group[] = [];
  for (const group of groups) {
    result.push(group);
    if (!endsWithCredit(group.text) && !saysWhatIsShown(group.text) && !isCreditTail(group.text)) continue;
    const from = captionStart(result);
    if (from < result.length - 1) result.push(mergeGroups(result.splice(from)));
  }
  return result;
}

/** Where the caption begins that the last group ends: at a date or 图, or after a complete sentence. */
function captionStart(groups: readonly Group[]): number {
  const last = groups.length - 1;
  let text = groups[last]!.text;
  let best = last;
  for (let at = last; at > last - mostGroups && at >= 0; at--) {
    if (at < last) text = groups[at]!.text + text;
    if (text.length > 220 || (at < last && !isCaption(text))) break;
    const opens = opensCaptionOrGlue(groups[at]!.text);
    if (opens) best = at;
    const before = groups[at - 1];
    if (groups[at]!.isFixed) break;
    if (opens || !before || before.segments.length > 4) break;
    if (isComplete(before.text) && !opensCaptionOrGlue(before.text)) break;
    if (!before.isDisplay && before.segments.length > 1 && isComplete(before.text)) break;
    if (isComplete(before.text)) continue;
    if (before.text.includes('，') || (at === last && goesOn(before, groups[at]!))) best = at - 1;
  }
  return best;
}

/** The last line of a caption that says no date: it goes on with what a single line before it left open. */
function goesOn(before: Group, last: Group): boolean {
  if (isCreditTail(last.text)) return isCreditHead(before.text);
  const isWide = visibleLength(before.text) + 1 >= visibleLength(last.text);
  return before.isDisplay && before.segments.length === 1 && isWide && !isCredit(last.text);
}

function isComplete(text: string): boolean {
  return /[。！？”）)：；:;]$/u.test(text) && !endsWithWhatIsShown(text);
}

function mergeGroups(groups: readonly Group[]): Group {
  const [first, ...rest] = groups as [Group, ...Group[]];
  return {
    ...first,
    segments: groups.flatMap(({ segments }) => segments),
    text: groups.map(({ text }) => text).join(''),
    joins: [...first.joins, ...rest.flatMap(({ joins }) => [confidence, ...joins])],
    isDisplay: false,
  };
}
