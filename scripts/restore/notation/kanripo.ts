import { notationNumbers } from '../numbers/forms.js';
import { type Form, newNotation } from './notation.js';

const { leastMarks } = notationNumbers;

/** Kanripo 漢籍リポジトリ: `#+KEY:` heads, page marks `<pb:KR2k0019_…>`, a pilcrow at the end of each printed line, note marks. */
const marks = /<(?:pb|md):[^<>\n]{1,80}>|¶|^#\+[A-Z_]+:.*$|&KR\d+;/gmu;

export const kanripo: Form = {
  id: 'kanripo',
  read(source, lines) {
    const found = [...source.matchAll(marks)].filter(({ 0: mark }) => mark[0] !== '&');
    if (found.length < leastMarks || !/<pb:|#\+/u.test(source)) return undefined;
    const notation = newNotation('the notation of Kanripo');
    for (const { 0: mark, index } of found) {
      if (mark[0] === '#') notation.roles.push({ range: [index, index + mark.length], role: 'furniture' });
      else notation.corrections.push({ range: [index, index + mark.length], wanted: '', rule: 'kanripo' });
    }
    for (const { start, end, text } of lines)
      if (text.replace(marks, '').trim() === '' && !text.startsWith('#')) notation.empty.push([start, end]);
    return notation;
  },
};
