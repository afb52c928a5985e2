import { type CharacterRule, changesOf } from './rule.js';

/** 间隔号 between the parts of a name or title, in any of its code points. Between kana ・ is right. */
export const middleDot: CharacterRule = {
  id: 'middle-dot',
  change: (text) => changesOf(text, /(?<=[\u3400-\u9fff])[•・‧∙⋅･](?=[\u3400-\u9fff])/gu, () => '·'),
};
