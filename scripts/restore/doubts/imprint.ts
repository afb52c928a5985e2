import type { PageRule } from './page-rule.js';
import { tellFurniture } from './tell-furniture.js';

/** 版权行: lines of the imprint: date, editors, telephone. */
export const imprint: PageRule = {
  id: 'imprint',
  words: {
    reason: [
      '报头、日期、编辑、热线属于版面，不是正文。',
      '報頭、日期、編輯、熱線屬於版面，不是正文。',
      'Nameplate, date, editors and telephone belong to the page and are not text.',
    ],
    asks: [
      '“{text}”等版面文字没有当作正文',
      '「{text}」等版面文字沒有當作正文',
      '“{text}” and other lines of the imprint are not read as text',
    ],
    remedy: [
      '若是正文，在 overrides.yaml 里写 off: [imprint]。',
      '若是正文，在 overrides.yaml 裡寫 off: [imprint]。',
      'If it is text, write off: [imprint] in overrides.yaml.',
    ],
  },
  doubt: (page) => tellFurniture('imprint', page),
};

/** 例: a name, the text before, `---`, the text after; `?` stands before what is asked. */
export const cases = `
## inside a paragraph
会议指出，要坚持稳中求进工
作总基调，完整准确全面贯彻
责任编辑：李峰　校对：王海
新发展理念，积极融入全省建
设，锚定使命任务，坚持工业
强市、产业兴市、项目为王。
---
paragraph: 会议指出，要坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，积极融入全省建设，锚定使命任务，坚持工业强市、产业兴市、项目为王。
furniture: 责任编辑：李峰　校对：王海
? 责任编辑：李峰　校对：王海

## round a story
金昌日报

2025年2月26日　星期三

A2版

会议指出，要坚持稳中求进工

作总基调，完整准确全面贯彻

新发展理念，积极融入全省建

设。

新闻热线：0935-8216600
---
paragraph: 会议指出，要坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，积极融入全省建设。
furniture: 金昌日报
furniture: 2025年2月26日　星期三
furniture: A2版
furniture: 新闻热线：0935-8216600
? 金昌日报
`;
