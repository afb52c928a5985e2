import { type CharacterRule, changesOf } from './rule.js';

/** Lookalikes of 破折号 in pairs, and a pair that a line's end parted. */
const pairs =
  /(?:──+|―{2,}|－{2,}|(?<=[\u3400-\u9fff”》，。：])[ ]?-{2,}[ ]?(?=[\u3400-\u9fff“《\d])|—[ \u3000]—|(?<=[\u3400-\u9fff”》])--+$|^--+(?=[\u3400-\u9fff“《]))/gu;

/** 破折号: two em dashes, however the extraction spells them. */
export const dash: CharacterRule = {
  id: 'dash',
  change: (text) => changesOf(text, pairs, () => '——'),
};
