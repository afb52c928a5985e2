import { type RecordPart, recordPartOf } from '../../text/press/record-fields.js';
import type { Line } from '../measure/lines.js';
import { notationNumbers } from '../numbers/forms.js';
import { type Form, type Notation, newNotation } from './notation.js';

const { leastFields } = notationNumbers;

const field = /^[【[]?([\p{sc=Han}A-Z]{2,6})[】\]]?[：:][ \u3000]*(.*)$/u;

interface Field {
  line: Line;
  part: RecordPart;
  /** Offset of the value in the source. */
  value: number;
}

/** 著录项: records of a database whose fields have names: 标题：…, 日期：…, 版次：…, 作者：…, 正文：…. */
export const recordFields: Form = {
  id: 'record-fields',
  words: {
    reason: [
      '数据库的著录项各有名目，名目不是正文。',
      '資料庫的著錄項各有名目，名目不是正文。',
      'A database names the fields of a record; the names are not text.',
    ],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [record-fields]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [record-fields]。',
      'If this is wrong, write off: [record-fields] in overrides.yaml.',
    ],
  },
  read(_source, lines) {
    const notation = newNotation('the fields of a record');
    for (let from = 0; from < lines.length; ) {
      const record = fieldsFrom(lines, from);
      if (isRecord(record)) readRecord(notation, { record, next: lines[from + record.length] });
      from += Math.max(1, record.length);
    }
    return notation.roles.length > 0 ? notation : undefined;
  },
};

function fieldsFrom(lines: readonly Line[], from: number): Field[] {
  const found: Field[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    const match = field.exec(line.text);
    const part = match ? recordPartOf(match[1]!) : undefined;
    if (!match || !part) break;
    found.push({ line, part, value: line.end - match[2]!.length });
    if (part === 'text') break;
  }
  return found;
}

const isTitle = ({ line, part, value }: Field) => part === 'headline' && value < line.end;

/** A record has a title and other fields; a form has other names for its own. */
const isRecord = (fields: readonly Field[]) =>
  fields.length >= leastFields && fields.some(isTitle) && fields.some(({ part }) => part === 'other');

function readRecord(
  notation: Notation,
  { record, next }: { record: readonly Field[]; next: Line | undefined },
): void {
  const body = record.find(({ part }) => part === 'text');
  const inline = body && body.value < body.line.end ? body : undefined;
  for (const { line, part, value } of record) {
    notation.breaks.add(line.start);
    if (inline && part === 'text') mark(notation, line, value);
    else if (part !== 'other' && part !== 'text' && value < line.end) {
      mark(notation, line, value);
      notation.roles.push({ range: [value, line.end], role: part });
    } else notation.roles.push({ range: [line.start, line.end], role: 'furniture' });
  }
  const title = record.find(isTitle)!;
  const first = inline
    ? ([inline.value, inline.line.end] as const)
    : next && ([next.start, next.end] as const);
  if (!first) return;
  notation.breaks.add(first[0]);
  notation.titles.push({ title: [title.value, title.line.end], of: [first[0], first[1]] });
}

/** The field's name is a mark, and what it holds is text. */
function mark(notation: Notation, { start }: Line, value: number): void {
  notation.corrections.push({ range: [start, value], wanted: '', rule: 'record-fields' });
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a record of a newspaper's database
标题：柳河灌区改造工程通过验收
日期：1986-11-20
版次：第2版
作者：刘正清
栏目：农村新貌
正文：
　　历时三年的柳河灌区改造工程，十一月十八日通过省水利厅验收。
---
headline: 柳河灌区改造工程通过验收
byline: 刘正清
paragraph: 历时三年的柳河灌区改造工程，十一月十八日通过省水利厅验收。
furniture: 日期：1986-11-20
furniture: 版次：第2版
furniture: 栏目：农村新貌
furniture: 正文：
? the text
`;
