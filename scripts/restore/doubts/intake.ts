import type { PageRule } from './page-rule.js';

/** 来稿: reading the file left something out. */
export const intake: PageRule = {
  id: 'intake',
  words: {
    reason: [
      '读入文件时有些内容没有当作正文。',
      '讀入檔案時有些內容沒有當作正文。',
      'Part of the file was not read as text.',
    ],
    asks: [
      '读入时略去了一些内容：{reason}',
      '讀入時略去了一些內容：{reason}',
      'Part of the file was left out: {reason}',
    ],
    remedy: [
      '若是正文，把它写进 source.txt。',
      '若是正文，把它寫進 source.txt。',
      'If it is text, write it into source.txt.',
    ],
  },
  doubt: ({ told }) => told.map((reason) => ({ start: 0, end: 0, ruleId: intake.id, reason, told: true })),
};

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a file of which something was left out
新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。
===
told: [The menu of the page was left out]
---
? the text
`;
