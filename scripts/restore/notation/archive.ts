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
