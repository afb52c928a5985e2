import type { Layout } from '../../article/layout.js';
import type { Doubt } from '../../article/restoration.js';
import { messageNumbers, recognitionNumbers } from '../numbers/doubts.js';
import type { PageRule } from './page-rule.js';

const { leastSure, mostAsked } = recognitionNumbers;
const { quoted } = messageNumbers;

/** 识别: recognition was not sure of a line itself. */
export const recognition: PageRule = {
  id: 'recognition',
  words: {
    reason: [
      'OCR 自己对这一行没有把握。',
      'OCR 自己對這一行沒有把握。',
      'The OCR itself was not sure of this line.',
    ],
    asks: ['“{text}”OCR 没有把握', '「{text}」OCR 沒有把握', 'OCR was not sure of “{text}”'],
    remedy: [
      '对照原版改字；没错就不用管。',
      '對照原版改字；沒錯就不用管。',
      'Compare it with the print and correct it; if it is right, leave it.',
    ],
  },
  doubt: ({ text, layout }) => doubtRecognition(text, layout),
};

/** 存疑 about lines of which the recognition itself was not sure, the worst of them if they are many. */
function doubtRecognition(text: string, layout: Layout | undefined): Doubt[] {
  const unsure = (layout?.lines ?? []).flatMap(({ start, end, confidence = 1 }) =>
    confidence < leastSure ? [{ start, end, confidence }] : [],
  );
  return unsure
    .sort((a, b) => a.confidence - b.confidence)
    .slice(0, mostAsked)
    .map(({ start, end, confidence }) => ({
      start,
      end,
      ruleId: recognition.id,
      reason: `Unexpected confidence of recognition in “${text.slice(start, Math.min(end, start + quoted))}”: ${Math.round(confidence * 100)} %, expected characters as they are in print`,
    }));
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## a line of which recognition was not sure
新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。
===
confidence: [0.99, 0.98, 0.62, 0.97]
---
? 东渠全长二十三公里，历时两年建成，
`;
