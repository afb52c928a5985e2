import { characterOfCompatibility } from '../../text/radicals.js';
import { type CharacterRule, changesOf } from './rule.js';

/** 兼容汉字: code points that Unicode keeps for round trips only and itself calls equal to another. */
export const compatibilityIdeograph: CharacterRule = {
  id: 'compatibility-ideograph',
  change: (text) =>
    changesOf(text, /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu, ([char]) => characterOfCompatibility(char)),
};
