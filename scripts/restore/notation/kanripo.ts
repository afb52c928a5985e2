import { notationNumbers } from '../numbers/forms.js';
import { type Form, newNotation } from './notation.js';

const { leastMarks } = notationNumbers;

/**
 * Kanripo 漢籍リポジトリ: `#+KEY:` heads, page marks `<pb:KR2k0019_…>`, a pilcrow at the end of each printed line, note marks.
 */
const marks = /<(?:pb|md):[^<>\n]{1,80}>|¶|^#\+[A-Z_]+:.*$|&KR\d+;/gmu;

export const kanripo: Form = {
  id: 'kanripo',
  words: {
    reason: [
      '汉籍电子文本的页码和行标不是正文。',
      '漢籍電子文本的頁碼和行標不是正文。',
      'Page and line marks of a Kanripo text are not text.',
    ],
    asks: ['“{text}”：按文中的记号读了', '「{text}」：按文中的記號讀了', '“{text}” was read by its marks'],
    remedy: [
      '不该这样读的，在 overrides.yaml 里写 off: [kanripo]。',
      '不該這樣讀的，在 overrides.yaml 裡寫 off: [kanripo]。',
      'If this is wrong, write off: [kanripo] in overrides.yaml.',
    ],
  },
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

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## page marks and pilcrows
#+TITLE: 某縣水志
<pb:KR2k0019_WYG_001-1a>¶
当清晨的第一缕阳光洒向大地，来自¶
全县各条战线的代表们满怀信心，迈着坚¶
定的步伐走进会场，共商发展大计。¶
会议认真回顾了过去一年的工作，指¶
出全县经济稳中有进，农业增产、工业增¶
效、农民增收，各项主要指标好于预期，¶
民生事业取得新的成绩。¶
---
paragraph: 当清晨的第一缕阳光洒向大地，来自全县各条战线的代表们满怀信心，迈着坚定的步伐走进会场，共商发展大计。
paragraph: 会议认真回顾了过去一年的工作，指出全县经济稳中有进，农业增产、工业增效、农民增收，各项主要指标好于预期，民生事业取得新的成绩。
furniture: #+TITLE:某縣水志
furniture:
? the text
`;
