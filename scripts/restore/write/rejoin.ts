import type { Doubt, Gap } from '../../article/restoration.js';
import { isAsciiDigit, isHanUnit, isLatin } from '../../text/characters.js';
import { isPartedCredit, mayEndCredit } from '../../text/press/names.js';
import { endsInLatin, isPartedAddress } from '../measure/continues.js';
import { lookAroundNumbers, messageNumbers } from '../numbers/doubts.js';
import type { Rule } from '../rules/rule.js';

const { quotedAtBorder: quoted } = messageNumbers;

/**
 * 接行: a line end that only the column made. Its measure is inferred (`measure/`); this says what it leaves, and asks.
 */
export const rejoin: Rule = {
  id: 'rejoin',
  words: {
    brief: [
      '此处当接排，抑或另起一段',
      '此處當接排，抑或另起一段',
      'the line may go on, or a paragraph may end here',
    ],
    reason: [
      '栏满而断行，文句未完。',
      '欄滿而斷行，文句未完。',
      'The column was full; the sentence continues.',
    ],
    asks: [
      '“{text}”：这一行接下一行，还是另起一段？',
      '「{text}」：這一行接下一行，還是另起一段？',
      '“{text}”: does the line go on, or does a paragraph end here?',
    ],
    remedy: ['选“接行”或“分段”。', '選「接行」或「分段」。', 'Choose to join or to split.'],
  },
};

/** Words of several lines in one: a message is a line. */
const inOneLine = (text: string) => text.replace(/\s*[\r\n\f\u0085\u2028\u2029]\s*/gu, ' ');

/** Open borders as messages, with the other reading. */
export function doubtBorders(text: string, gaps: readonly Gap[]): Doubt[] {
  return gaps
    .filter(({ certainty }) => certainty === 'open')
    .map(({ start, end, joined, confidence }) => {
      const before = inOneLine(text.slice(Math.max(0, start - quoted), start));
      const after = inOneLine(text.slice(end, end + quoted));
      const done = joined ? 'they were joined' : 'a new block was begun';
      const percent = Math.round(confidence * 100);
      return {
        start,
        end,
        ruleId: rejoin.id,
        reason: `Unexpected line end in “${before}|${after}”, expected a sign that the paragraph continues or ends; ${done} (${percent} % sure)`,
        candidates: [joined ? '\n\n' : ''],
      };
    });
}

/** True if nothing stands at a line end whatever is before it: Han follows, and no verb or name of a credit. */
export const isBareBorder = (after: string): boolean =>
  isHanUnit(after.charCodeAt(0)) && !mayEndCredit(after);

/** The space at a line end: between Latin words and between parts of a credit; none otherwise. */
export function blankBetween(before: string, after: string): string {
  // Before Han no word needs a blank.
  if (isHanUnit(after.charCodeAt(0))) return isPartedCredit(before, after) ? '\u3000' : '';
  if (isPartedAddress(before, after) || /[-\u2010]$/u.test(before)) return '';
  if (isEnglishBorder(before, after)) return ' ';
  if (
    /[\p{L},;!?)]$/u.test(before) &&
    isLatin(before.at(-1)!) !== /[,;!?)]$/u.test(before) &&
    isLatin(after[0]!)
  )
    return ' ';
  if (/[A-Za-z][.:]$/u.test(before) && /^[A-Z]/u.test(after)) return ' ';
  return isPartedCredit(before, after) ? '\u3000' : '';
}

/** Figures and quotes among English words: about 3.2 | million, nearly | 300, years,” | said. */
function isEnglishBorder(before: string, after: string): boolean {
  if (/[A-Za-z][,.!?]?[”’]$/u.test(before)) return isLatin(after[0] ?? '');
  if (!endsInLatin(before)) return false;
  if (/[A-Za-z][,.;]? ?[\d.,%]+$/u.test(before.slice(-lookAroundNumbers.latin)))
    return isLatin(after[0] ?? '');
  return /[A-Za-z] [A-Za-z]+$/u.test(before) && isAsciiDigit(after[0] ?? '');
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a sentence that the column parted
当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
定的步伐走进会场，共商发展大计。
会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。
---
paragraph: 当清晨的第一缕阳光洒向大地，来自全县各条战线的代表们满怀信心，迈着坚定的步伐走进会场，共商发展大计。
paragraph: 会议认真回顾了过去一年的工作，指出全县经济稳中有进，农业增产、工业增效、农民增收，各项主要指标好于预期，民生事业取得新的成绩。

## English words keep a blank, Han none
The county has built three new canals this
year, and the farmers of nine villages along
them have water for their fields again. 村民们
在渠边燃放鞭炮。
---
paragraph: The county has built three new canals this year, and the farmers of nine villages along them have water for their fields again.村民们在渠边燃放鞭炮。

## a person may join what was parted
当清晨的第一缕阳光洒向大地，来自
全县各条战线的代表们满怀信心，迈着坚
定的步伐走进会场，共商发展大计。
会议认真回顾了过去一年的工作，指
出全县经济稳中有进，农业增产、工业增
效、农民增收，各项主要指标好于预期，
民生事业取得新的成绩。
===
join: [共商发展大计。|会议认真回顾]
---
paragraph: 当清晨的第一缕阳光洒向大地，来自全县各条战线的代表们满怀信心，迈着坚定的步伐走进会场，共商发展大计。会议认真回顾了过去一年的工作，指出全县经济稳中有进，农业增产、工业增效、农民增收，各项主要指标好于预期，民生事业取得新的成绩。

## what no block begins with: a numeral inside a quotation, a section's name in mid-sentence
我们坚持“和平统
一、一国两制”的
基本方针，同分裂
城事·4版
势力进行了斗争。
---
paragraph: 我们坚持“和平统一、一国两制”的基本方针，同分裂势力进行了斗争。
furniture: 城事·4版

## paragraphs of a line each that stand in by one em
　城乡人民生活进一步改善，农村居民人均收入达到一千二百元，扣除物价因素比上年增长百分之五；城镇居民生活费收入达到三千元，居民储蓄存款新
增三百亿元。
　全年新建住宅两亿平方米，增加了休息和学习时间。人民群众精神文化生活更加丰富。
　我们在前进中还存在一些问题和困难。突出的问题是物价上涨幅度过高，去年曾提出要把全年零售物价上涨幅度控制在百分之十以内，虽然在这方面做了
努力，涨幅仍然很高。
　各级政府工作上也有缺点。
　文学艺术、广播影视、新闻出版、社会科学、卫生体育，以及地质勘查、环境保护、计划生育和侨务、老龄工作等各项事业都取得新的成绩，活动收到积
极成效。
---
paragraph: 城乡人民生活进一步改善，农村居民人均收入达到一千二百元，扣除物价因素比上年增长百分之五；城镇居民生活费收入达到三千元，居民储蓄存款新增三百亿元。
paragraph: 全年新建住宅两亿平方米，增加了休息和学习时间。人民群众精神文化生活更加丰富。
paragraph: 我们在前进中还存在一些问题和困难。突出的问题是物价上涨幅度过高，去年曾提出要把全年零售物价上涨幅度控制在百分之十以内，虽然在这方面做了努力，涨幅仍然很高。
paragraph: 各级政府工作上也有缺点。
paragraph: 文学艺术、广播影视、新闻出版、社会科学、卫生体育，以及地质勘查、环境保护、计划生育和侨务、老龄工作等各项事业都取得新的成绩，活动收到积极成效。

## lines that end as full as they begin leave it open
会议指出要坚持稳中求进总基调。
会议指出要坚持稳中求进总基调。
会议指出要坚持稳中求进总基调。
会议指出要坚持稳中求进总基调。
会议指出要坚持稳中求进总基调。
会议指出要坚持稳中求进总基调。
---
? the text
? the text
? the text
`;
