import { messageNumbers } from '../numbers/doubts.js';
import { lineNumbers } from './line-numbers.js';
import type { PageRule } from './page-rule.js';

const { named } = messageNumbers;

/** 图片记号: pictures that the marks of a text name; a manuscript shows those that lie beside it. */
export const pictureMark: PageRule = {
  id: 'picture-mark',
  words: {
    reason: [
      '图片的记号不是正文；图片放在稿件旁边才能印。',
      '圖片的記號不是正文；圖片放在稿件旁邊才能印。',
      'The mark of a picture is not text; a picture is printed if it lies beside the manuscript.',
    ],
    asks: [
      '“{text}”等图片记号没有当作正文',
      '「{text}」等圖片記號沒有當作正文',
      '“{text}” and other marks of pictures are not read as text',
    ],
    remedy: [
      '要印这张图，把文件放在稿件旁边，在稿件里写 ![图的内容](文件名 "图说")。',
      '要印這張圖，把檔案放在稿件旁邊，在稿件裡寫 ![圖的內容](檔名 "圖說")。',
      'To print one, put its file beside the manuscript and write ![what it shows](file "its caption") in it.',
    ],
  },
  doubt({ text, decided: { pictures } }) {
    const [first] = pictures;
    if (!first) return [];
    const numberOf = lineNumbers(text);
    const places = pictures.slice(0, named).map(([start]) => numberOf(start));
    const more = pictures.length > named ? ' …' : '';
    return [
      {
        start: first[0],
        end: first[1],
        ruleId: pictureMark.id,
        reason: `${pictures.length} ${pictures.length === 1 ? 'mark of a picture' : 'marks of pictures'} left the text (${pictures.length === 1 ? 'line' : 'lines'} ${places.join(', ')}${more}): put the files beside the manuscript and write ![what it shows](file "its caption") to print them`,
        told: true,
      },
    ];
  },
};

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a page as a recogniser wrote it
# 东渠放水

![](images/0a1b.jpg)

东渠闸口。王明摄

新修的东渠昨日放水，九个村的农田得到灌溉。
---
headline: 东渠放水
caption: 东渠闸口。王明摄
paragraph: 新修的东渠昨日放水，九个村的农田得到灌溉。
furniture: ![](images/0a1b.jpg)
? ![](images/0a1b.jpg)
`;
