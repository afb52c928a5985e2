import type { Layout } from '../../article/layout.js';
import type { Doubt } from '../../article/restoration.js';
import { messageNumbers, recognitionNumbers } from '../numbers/doubts.js';

const { leastSure, mostAsked } = recognitionNumbers;
const { quoted } = messageNumbers;

/** 存疑 about lines of which the recognition itself was not sure, the worst of them if they are many. */
export function doubtRecognition(text: string, layout: Layout | undefined): Doubt[] {
  const unsure = (layout?.lines ?? []).flatMap(({ start, end, confidence = 1 }) =>
    confidence < leastSure ? [{ start, end, confidence }] : [],
  );
  return unsure
    .sort((a, b) => a.confidence - b.confidence)
    .slice(0, mostAsked)
    .map(({ start, end, confidence }) => ({
      start,
      end,
      ruleId: 'recognition',
      reason: `Unexpected confidence of recognition in “${text.slice(start, Math.min(end, start + quoted))}”: ${Math.round(confidence * 100)} %, expected characters as they are in print`,
    }));
}
