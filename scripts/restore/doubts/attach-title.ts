import type { Doubt } from '../../article/restoration.js';
import type { WeakTitle } from '../structure/attach.js';
import type { PageRule } from './page-rule.js';

/** 标题归属: a title was attached, or left, on little evidence. */
export const attachTitle: PageRule = {
  id: 'attach-title',
  words: {
    brief: ['此题是否属于本篇', '此題是否屬於本篇', 'the headline may belong to another story'],
    reason: [
      '标题与文章的用词要有相同之处。',
      '標題與文章的用詞要有相同之處。',
      'A headline and its story have words in common.',
    ],
    asks: [
      '标题“{text}”与文章少有相同的词，归属没有把握',
      '標題「{text}」與文章少有相同的詞，歸屬沒有把握',
      '“{text}” has few words in common with its story; whose headline it is stays a guess',
    ],
    remedy: ['选它所属的文章。', '選它所屬的文章。', 'Choose its story.'],
  },
  doubt: ({ found }) => found.weak.map(doubtTitle),
};

/** A title that was attached on little evidence. */
function doubtTitle({ groups, overlap, stays }: WeakTitle): Doubt {
  const done = stays
    ? 'it stays where the source has it; if it is a headline, say title: {title: …, of: …}'
    : 'it was attached by its place on the page';
  const segments = groups.flatMap((group) => group.segments);
  return {
    start: segments[0]!.start,
    end: segments.at(-1)!.end,
    ruleId: attachTitle.id,
    reason: `Unexpected headline that shares only ${Math.round(overlap * 100)} % of its words with its story, expected more; ${done}`,
  };
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a headline that has few words of its story
当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
定的步伐走进会场，共商发展大计。
会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。

严霜过后菊花开

新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。

东渠放水灌溉九村
---
? 严霜过后菊花开
`;
