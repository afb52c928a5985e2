import type { Group } from '../write/groups.js';
import { endsWithCredit, isCaption, isCredit, visibleLength } from './labels.js';

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
    if (!endsWithCredit(group.text) && !/图为/u.test(group.text) && !creditTail.test(group.text)) continue;
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
    const opens = captionOpens.test(groups[at]!.text.replace(/[ \u3000]/gu, ''));
    if (opens) best = at;
    const before = groups[at - 1];
    if (groups[at]!.isFixed) break;
    if (opens || !before || before.segments.length > 4) break;
    if (isComplete(before.text) && !captionOpens.test(before.text.replace(/[ \u3000]/gu, ''))) break;
    if (!before.isDisplay && before.segments.length > 1 && isComplete(before.text)) break;
    if (isComplete(before.text)) continue;
    if (before.text.includes('，') || (at === last && goesOn(before, groups[at]!))) best = at - 1;
  }
  return best;
}

/** The last line of a caption that says no date: it goes on with what a single line before it left open. */
function goesOn(before: Group, last: Group): boolean {
  if (creditTail.test(last.text)) return creditHead.test(before.text);
  const isWide = visibleLength(before.text) + 1 >= visibleLength(last.text);
  return before.isDisplay && before.segments.length === 1 && isWide && !isCredit(last.text);
}

/** A credit that a line's end parted. */
const creditHead = /(?:记者|通讯员)[ \u3000]*[\u3400-\u9fff]{0,4}$/u;
const creditTail = /^[\u3400-\u9fff]{0,4}[ \u3000]*摄$/u;

const captionOpens =
  /^(?:[^，。]{8,40})?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚|至\d{1,2}日)?，|^(?:上|下|左|右|题)?图(?:为|是|①|一：)/u;

function isComplete(text: string): boolean {
  return /[。！？”）)：；:;]$/u.test(text) && !/图为[^。]*。$/u.test(text);
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
