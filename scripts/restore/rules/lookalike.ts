import type { Doubt } from '../../article/restoration.js';
import { han } from '../../text/characters.js';
import { lookalikesOf } from '../../text/lookalikes.js';
import { pattern } from '../../text/pattern.js';
import type { CharacterRule } from './rule.js';

/** Contexts of probably misread characters: the match's first group is the suspect. */
const suspects: readonly RegExp[] = [
  /(?<=[\d月一二三四五六七八九十])(曰)/gu,
  /(?<=[星期今明昨生节假本当次每])(曰)/gu,
  pattern('gu')`(?<=[${han}，])(日)(?=[：:]“)`,
  /(己|巳)(?=经|然|成|有|达|被|在|于|故|婚|知)/gu,
  pattern('gu')`(?<=自)(已|巳)(?![${han}]*经)`,
  /(?<=知|克|利|舍)(已|巳)(?=[，。、；])/gu,
  /(末)(?=来|必|能|知|曾|经|成年|婚|满)/gu,
  /(?<=周|期|年|月|季|岁|世纪|本)(未)(?=[，。、；）]|$)/gu,
  /(?<=\d)([OoIl|])(?=[\d%年月日时分元万亿])/gu,
  // O₂ and O₃ are gases.
  pattern('gu')`(?<=[${han}])(o|[Il]|O(?![23](?!\d)))(?=\d)`,
  /(?<=[一二三四五六七八九〇])([OoＯ])(?=[一二三四五六七八九〇年])/gu,
  pattern('gu')`(?<=[${han}”])(o)(?=[${han}“]|$)`,
];

/** Texts without one of these have no suspect; so most are searched once. */
const signs = /[曰己巳末OoIl|Ｏ]|日[：:]“|[自知克利舍]已|[周期年月季岁纪本]未/u;

/** 形近字: characters that optical recognition confuses. Flagged with candidates, never changed. */
export const lookalike: CharacterRule = {
  id: 'lookalike',
  words: {
    brief: ['形近而误', '形近而誤', 'a character that looks alike'],
    reason: [
      '这个字与此处常见的另一字形近。',
      '這個字與此處常見的另一字形近。',
      'The character looks like another one that is usual in this place.',
    ],
    asks: [
      '“{text}”在这里或是“{candidates}”之误',
      '「{text}」在這裡或是「{candidates}」之誤',
      '{text} may be a slip for {candidates} here',
    ],
    remedy: ['选一个字，或保留原字。', '選一個字，或保留原字。', 'Choose a character, or keep the source.'],
  },
  signs: /[曰己巳末OoIl|Ｏ日已未]/,
  // A bar between the cells of a table is none of them.
  doubt: (text, { kind }) =>
    (signs.test(text) && !(kind === 'table' && text.includes('|')) ? suspects : [])
      .flatMap((pattern) =>
        [...text.matchAll(pattern)].map(
          (match): Omit<Doubt, 'ruleId'> => ({
            start: match.index,
            end: match.index + match[1]!.length,
            reason: `Unexpected ${match[1]} here, expected perhaps ${lookalikesOf(match[1]!).join(' or ')}`,
            candidates: [...lookalikesOf(match[1]!)],
          }),
        ),
      )
      .sort((a, b) => a.start - b.start),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## 日 and 曰
2月25曰上午
---
2月25曰上午
? 曰

## 己 and 已
会议己经结束，自已的事
---
会议己经结束，自已的事
? 己
? 已

## 末 and 未
展望末来，上周未，
---
展望末来，上周未，
? 末
? 未

## letters among digits
共2O25个
---
共2O25个
? O

## gases
PM2.5和O3浓度
---
PM2.5和O3浓度

## right text
自己已经知道，周末未来
---
自己已经知道，周末未来
`;
