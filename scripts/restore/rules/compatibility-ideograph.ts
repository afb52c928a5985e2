import { characterOfCompatibility } from '../../text/radicals.js';
import { type CharacterRule, changesOf } from './rule.js';

/** 兼容汉字: code points that Unicode has only for round trips and itself equates with another. */
export const compatibilityIdeograph: CharacterRule = {
  id: 'compatibility-ideograph',
  words: {
    reason: [
      '兼容字与本字等同，字体和检索都用本字。',
      '相容字與本字等同，字型和檢索都用本字。',
      'Unicode defines the character as equal to another, which fonts and searches expect.',
    ],
  },
  signs: /[\uf900-\ufaff\ud87e]/,
  change: (text) =>
    changesOf(text, /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu, ([char]) => characterOfCompatibility(char)),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## one of them
利益
---
利益

## the twelve that are characters of their own stay
﨎
---
﨎
`;
