import type { Doubt, Gap } from '../../article/restoration.js';
import { isAsciiDigit, isLatin } from '../../text/characters.js';
import { isPartedCredit } from '../../text/press/names.js';
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

/** The space at a line end: between Latin words and between parts of a credit; none otherwise. */
export function blankBetween(before: string, after: string): string {
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
