import type { Range } from '../../article/ledger.js';
import { type OverrideRole, overrideRoles } from '../../article/overrides-file.js';
import type { Line } from '../measure/lines.js';
import { notationNumbers } from '../numbers/forms.js';
import { type Form, type Notation, newNotation } from './notation.js';

const { partedShare } = notationNumbers;

const heading = /^(#{1,6})[ \u3000]+(?=\S)/u;
const roleComment = /^<!-- ([a-z-]+) -->$/u;
/** A list that a person has written: one item per line. */
const listItem = /^(?:[-*+]|\d{1,2}[.)]) +\S/u;
const rule = /^(?:-{3,}|\*{3,}|_{3,})$/u;
const matterKey = /^(kicker|deck|byline): */u;
const escaped = /\\(?=[!-/:-@[-`{-~])/gu;
const bold = /\*\*(?=\S)([^*\n]{1,80}?)\*\*/gu;

/** Markdown: headings, roles in comments, front matter; blank lines separate paragraphs. Mainly our own output. */
export const markdown: Form = {
  id: 'markdown',
  words: {
    reason: [
      'Markdown 的记号说明体例，不是正文。',
      'Markdown 的記號說明體例，不是正文。',
      'Markdown marks describe the structure and are not text.',
    ],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [markdown]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [markdown]。',
      'If this is wrong, write off: [markdown] in overrides.yaml.',
    ],
  },
  read(source, lines) {
    if (!isMarkdown(source, lines)) return undefined;
    const notation = newNotation('Markdown');
    const state: State = {
      notation,
      depth: leastDepth(lines),
      role: undefined,
      title: undefined,
      inHead: false,
      kept: 'none',
    };
    lines.forEach((line, index) => {
      readLine(state, line, lines[index - 1]);
    });
    if (state.title) notation.titles.push({ title: state.title, of: undefined });
    notation.isWhole = true;
    notation.corrections.sort((a, b) => a.range[0] - b.range[0]);
    return notation;
  },
};

function isMarkdown(source: string, lines: readonly Line[]): boolean {
  if (/^\ufeff?---\n(?:kicker|deck|byline|title|date): /u.test(source)) return true;
  if (/^<!-- (?:furniture$|[a-z-]+ -->$)/mu.test(source)) return true;
  const isMarked = lines.some(
    ({ text, indent }) => indent === 0 && (heading.test(text) || roleComment.test(text)),
  );
  if (!isMarked && !(escapedSign.test(source) && lines.filter(isWholeBlock).length * 2 >= lines.length))
    return false;
  const parted = lines
    .slice(1)
    .filter(({ newlines }, index) => newlines > 1 || /[\\]$|-->$/u.test(lines[index]!.text));
  return parted.length >= (lines.length - 1) * partedShare;
}

/** xian\_bao: an article without a title has no other marks. Its lines are whole blocks; those of a column break off. */
const escapedSign = /\\[_*&$<>#[\]~`]/u;
const isWholeBlock = ({ text }: Line) => /[。！？：；”』」）…!?.:;)]$/u.test(text);

/** Level of headings for headlines: # in ours, ### in somebody's. */
function leastDepth(lines: readonly Line[]): number {
  return Math.min(
    notationNumbers.noLevel,
    ...lines.flatMap(({ text }) => heading.exec(text)?.[1]?.length ?? []),
  );
}

interface State {
  notation: Notation;
  depth: number;
  /** Role of the next block from a comment. */
  role: OverrideRole | undefined;
  /** A headline before its story. */
  title: Range | undefined;
  /** True if the block before is part of a title. */
  inHead: boolean;
  /** Inside the front matter, or a comment of several lines. */
  kept: 'none' | 'matter' | 'comment';
}

function readLine(state: State, line: Line, before: Line | undefined): void {
  const { notation } = state;
  const { start, end, text } = line;
  const range: Range = [start, end];
  const isNew =
    !before ||
    line.newlines > 1 ||
    (listItem.test(text) && listItem.test(before.text)) ||
    notation.empty.some(([, stop]) => stop === before.end);
  if (state.kept === 'comment' || text.startsWith('<!-- furniture')) {
    state.kept = text.endsWith('-->') ? 'none' : 'comment';
    // Furniture stays furniture.
    if (/^<!-- furniture$|^-->$/u.test(text)) notation.empty.push(range);
    else notation.roles.push({ range, role: 'furniture' });
    return;
  }
  if (rule.test(text)) {
    const isMatter = state.kept === 'matter';
    if (!before && text === '---') state.kept = 'matter';
    else state.kept = 'none';
    if (state.title) notation.titles.push({ title: state.title, of: undefined });
    state.title = undefined;
    state.role = undefined;
    state.inHead &&= isMatter;
    notation.empty.push(range);
    notation.stories.add(end);
    return;
  }
  const comment = roleComment.exec(text);
  if (comment) {
    state.role = overrideRoles.find((one) => one === comment[1]);
    notation.empty.push(range);
    return;
  }
  readBlock(state, line, { isNew: isNew || state.kept === 'matter' });
}

function readBlock(state: State, line: Line, { isNew }: { isNew: boolean }): void {
  const { notation, depth } = state;
  const { start, end, text } = line;
  const mark = heading.exec(text);
  const key = state.kept === 'matter' ? matterKey.exec(text) : null;
  const erase = (from: number, to: number) =>
    notation.corrections.push({ range: [from, to], wanted: '', rule: 'markdown' });
  (isNew || mark ? notation.breaks : notation.joins).add(start);
  const range: Range = [start + (mark?.[0].length ?? key?.[0].length ?? 0), end];
  if (mark || key) erase(start, range[0]);
  else if (state.kept === 'matter') {
    notation.roles.push({ range: [start, end], role: 'furniture' });
    return;
  }
  for (const { index } of text.matchAll(escaped))
    if (index >= range[0] - start) erase(start + index, start + index + 1);
  if (text.endsWith('\\') && !text.endsWith('\\\\')) erase(end - 1, end);
  for (const { index, 0: all } of text.matchAll(bold)) {
    erase(start + index, start + index + 2);
    erase(start + index + all.length - 2, start + index + all.length);
  }
  if (!isNew && !mark) return;
  const role = key
    ? (key[1] as OverrideRole)
    : mark
      ? mark[1]!.length === depth
        ? 'headline'
        : 'crosshead'
      : state.role;
  notation.roles.push({ range, role: role ?? 'paragraph' });
  state.role = undefined;
  const isHead = role === 'headline' || role === 'deck' || role === 'byline' || role === 'kicker';
  if (isHead && state.inHead) notation.together.add(start);
  state.inHead = isHead;
  if (role === 'headline') state.title = range;
  else if (state.title && !isHead) {
    notation.titles.push({ title: state.title, of: range });
    state.title = undefined;
  }
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## headings and roles
# 东渠放水

新修的东渠昨日放水，**九个村**的农田得到灌溉。

### 两年建成

<!-- list -->
投入劳力四万人次
---
headline: 东渠放水
paragraph: 新修的东渠昨日放水，九个村的农田得到灌溉。
crosshead: 两年建成
list: 投入劳力四万人次
furniture:
? the text

## an article without a title, known by its escapes
来信请寄xian\\_bao@example.com，或送本报编辑部。

稿件请写明真实姓名。
---
paragraph: 来信请寄xian_bao@example.com，或送本报编辑部。
paragraph: 稿件请写明真实姓名。
? the text

## off where a person says so
# 东渠放水

新修的东渠昨日放水，九个村的农田得到灌溉。
===
off: [markdown]
---
headline: # 东渠放水
paragraph: 新修的东渠昨日放水，九个村的农田得到灌溉。
`;
