import type { Line } from '../measure/lines.js';
import { notationNumbers } from '../numbers/forms.js';
import { boldLine, heading, type LineKind, lineKinds } from './marks/line-kinds.js';
import { readBlocks } from './marks/read-blocks.js';
import { readMarks } from './marks/read-marks.js';
import type { Form } from './notation.js';

const { partedShare, leastLevel, textShare, longestTitle, noLevel, leastBold } = notationNumbers;

/**
 * Markdown: headings, roles in comments, front matter; blank lines separate paragraphs. Our own output, what people
 * write, and what recognisers write of a page: with pictures, tables in HTML, formulas and ends of pages.
 */
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
    if (!anyMark.test(source)) return undefined;
    const kinds = lineKinds(lines);
    const isOurs =
      /^\ufeff?---\n(?:kicker|deck|byline|title|date): /u.test(source) || ownComment.test(source);
    const levels = levelsOf(lines);
    // Blank lines that part the lines of a column part nothing.
    const areTrue = lines.every(({ text }, index) => kinds[index] !== 'heading' || levels.has(levelOf(text)));
    if (isOurs || (areTrue && isParted(lines, kinds) && isMarked(source, lines, kinds)))
      return readBlocks(source, lines, { kinds, depth: Math.min(noLevel, ...levels) });
    if (!isSetApart(lines, kinds) && !hasSureMark(lines, kinds)) return undefined;
    return readMarks(source, lines, { kinds, levels });
  },
};

/** A text without one of these is no Markdown: most are searched once. */
const anyMark =
  /^[ \t]*(?:#{1,6}[ \u3000]|<!--|-{3}|\|?[ \t]*:?-+:?[ \t]*\|)|!\[|<(?:table|img)\b|<\|ref\||\*\*|\\[_*&$<>#[\]~`]/mu;

const ownComment = /^<!-- (?:furniture$|[a-z-]+ -->$)/mu;

/** True if there are headings, or the escapes of an article without a title, which has no other marks: xian\\_bao. */
const isMarked = (source: string, lines: readonly Line[], kinds: readonly LineKind[]) =>
  kinds.includes('heading') ||
  (escapedSign.test(source) && lines.filter(isWholeBlock).length * 2 >= lines.length);

const escapedSign = /\\[_*&$<>#[\]~`]/u;
const isWholeBlock = ({ text }: Line) => /[。！？：；”』」）…!?.:;)]$/u.test(text);

/** True for marks that no printed page has, in a text that is no web page. */
const hasSureMark = (lines: readonly Line[], kinds: readonly LineKind[]) =>
  kinds.some((kind) => kind === 'picture' || kind === 'table' || kind === 'delimiter') &&
  !lines.some(({ text }, index) => kinds[index] !== 'table' && ofWebPage.test(text));
const ofWebPage = /<(?:p|h[1-6]|!doctype|head|meta)\b/iu;

/** Kinds of lines that stand close to one another without being one block. */
const close: ReadonlySet<LineKind> = new Set([
  'item',
  'row',
  'delimiter',
  'table',
  'comment',
  'picture',
  'quote',
]);

/** True if blank lines separate nearly all blocks. */
function isParted(lines: readonly Line[], kinds: readonly LineKind[]): boolean {
  let [parted, all] = [0, 0];
  for (let index = 1; index < lines.length; index++) {
    const isClose = close.has(kinds[index]!) || close.has(kinds[index - 1]!);
    if (isClose) continue;
    all++;
    if (lines[index]!.newlines > 1 || lines[index - 1]!.text.endsWith('\\')) parted++;
  }
  // Lists and tables alone tell nothing of blank lines.
  return all > 0 ? parted >= all * partedShare : kinds.includes('heading');
}

/** True if headings stand between blank lines, in a text whose other lines may be those of a column. */
function isSetApart(lines: readonly Line[], kinds: readonly LineKind[]): boolean {
  const places = kinds.flatMap((kind, index) =>
    kind === 'heading' && lines[index]!.indent === 0 ? [index] : [],
  );
  const isAfter = (at: number) => at === 0 || lines[at]!.newlines > 1;
  const apart = places.filter(
    (at) => isAfter(at) && (places.length >= leastLevel || (lines[at + 1]?.newlines ?? 2) > 1),
  );
  const bold = kinds.filter((_, index) => boldLine.test(lines[index]!.text)).length;
  return (places.length > 0 && apart.length >= places.length * partedShare) || bold >= leastBold;
}

const levelOf = (text: string) => heading.exec(text)?.[1]?.length ?? 0;

/**
 * Levels whose headings are headings: some programs write every line of a size as one. Lines of running text have marks
 * of sentences in them, or break off with one.
 */
function levelsOf(lines: readonly Line[]): ReadonlySet<number> {
  const levels = new Map<number, string[]>();
  for (const { text, indent } of lines) {
    const mark = heading.exec(text);
    if (!mark || indent > 0) continue;
    const words = levels.get(mark[1]!.length) ?? [];
    words.push(text.slice(mark[0].length));
    levels.set(mark[1]!.length, words);
  }
  const isText = (words: string) => words.length > longestTitle || /[。；]|[，、,]$/u.test(words);
  return new Set(
    [...levels].flatMap(([level, words]) =>
      words.length >= leastLevel && words.filter(isText).length >= words.length * textShare ? [] : [level],
    ),
  );
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
