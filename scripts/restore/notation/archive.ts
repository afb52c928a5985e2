import type { Line } from '../measure/lines.js';
import { notationNumbers } from '../numbers/forms.js';
import { type Form, newNotation } from './notation.js';

const { fields: fieldLines, headLines, longestAuthor } = notationNumbers;

const dense = (text: string) => text.replace(/^#{1,6}\s+/u, '').replace(/\s/gu, '');
const date = /^\d{4}-\d{2}-\d{2}$/u;
const page = /^第\d{1,3}版(?:[(（].*[)）])?$/u;
const column = /^专栏[：:]/u;

/**
 * 报库: stories from an archive's database: headline, author, ISO date, 第2版(), 专栏：, and then the headline and the
 * author again as printed. The record's fields and repetitions are not text.
 */
export const archive: Form = {
  id: 'archive',
  words: {
    reason: [
      '存档的篇首有题目和作者，记号不是正文。',
      '存檔的篇首有題目和作者，記號不是正文。',
      'An archive puts title and author before a text; its marks are not text.',
    ],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [archive]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [archive]。',
      'If this is wrong, write off: [archive] in overrides.yaml.',
    ],
  },
  read(_source, lines) {
    const notation = newNotation('a record of an archive');
    lines.forEach((line, at) => {
      if (!date.test(line.text)) return;
      const fields = lines
        .slice(at + 1, at + 1 + fieldLines)
        .filter(({ text }) => page.test(text) || column.test(text));
      const head = headBefore(lines, at);
      if (fields.length === 0 || !head) return;
      for (const { start, end } of [line, ...fields])
        notation.roles.push({ range: [start, end], role: 'furniture' });
      readHead(notation, { lines, head, rest: at + 1 + fields.length });
    });
    return notation.roles.length > 0 ? notation : undefined;
  },
};

/** The headline one or two lines before the date; the author may be in between. */
function headBefore(
  lines: readonly Line[],
  at: number,
): { headline: Line; author: Line | undefined } | undefined {
  const [second, first] = [lines[at - 1], lines[at - 2]];
  if (
    first &&
    second &&
    dense(second.text).length <= longestAuthor &&
    /^#|\S{6}/u.test(first.text) &&
    isFieldless(first)
  )
    return { headline: first, author: second };
  return second && { headline: second, author: undefined };
}

const isFieldless = ({ text }: Line) => !date.test(text) && !page.test(text) && !column.test(text);

function readHead(
  notation: ReturnType<typeof newNotation>,
  {
    lines,
    head: { headline, author },
    rest,
  }: { lines: readonly Line[]; head: { headline: Line; author: Line | undefined }; rest: number },
): void {
  const mark = /^#{1,6}\s+/u.exec(headline.text)?.[0].length ?? 0;
  if (mark > 0)
    notation.corrections.push({
      range: [headline.start, headline.start + mark],
      wanted: '',
      rule: 'archive',
    });
  notation.breaks.add(headline.start);
  notation.roles.push({ range: [headline.start + mark, headline.end], role: 'headline' });
  if (author) {
    notation.breaks.add(author.start);
    notation.roles.push({ range: [author.start, author.end], role: 'byline' });
  }
  const wanted = dense(headline.text);
  let said = '';
  let at = rest;
  for (; at < Math.min(lines.length, rest + headLines) && said !== wanted; at++) {
    const own = dense(lines[at]!.text);
    if (!wanted.startsWith(said + own)) break;
    said += own;
  }
  if (said === wanted)
    for (const { start, end } of lines.slice(rest, at))
      notation.roles.push({ range: [start, end], role: 'furniture' });
  else at = rest;
  const again = lines[at];
  if (author && again && dense(again.text) === dense(author.text)) {
    notation.roles.push({ range: [again.start, again.end], role: 'furniture' });
    at++;
  }
  const body = lines[at];
  if (!body) return;
  notation.breaks.add(body.start);
  notation.titles.push({ title: [headline.start + mark, headline.end], of: [body.start, body.end] });
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a record and the page that it repeats
东渠放水灌溉九村农田
李文
1958-09-26
第2版()
专栏：
东渠放水灌溉九村农田
李文
新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠边燃放鞭炮。
---
headline: 东渠放水灌溉九村农田
byline: 李文
paragraph: 新修的东渠昨日放水，沿渠九个村的农田得到灌溉，村民们在渠边燃放鞭炮。
furniture: 1958-09-26
furniture: 第2版()
furniture: 专栏：
furniture: 东渠放水灌溉九村农田
furniture: 李文
? the text
`;
