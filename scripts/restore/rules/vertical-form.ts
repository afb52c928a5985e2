import { plainForms } from '../../text/vertical-forms.js';
import { type CharacterRule, changesOf } from './rule.js';

/** 竖排标点: ﹁ ﹂ ︵ ︶ are 「 」 （ ） in text, whatever its direction. */
export const verticalForm: CharacterRule = {
  id: 'vertical-form',
  words: {
    reason: [
      '竖排用的标点形式，文中用其本来的标点。',
      '直排用的標點形式，文中用其本來的標點。',
      'The mark is a form for vertical setting; text has the mark itself.',
    ],
  },
  signs: /[\ufe10-\ufe19\ufe30-\ufe6b]/,
  change: (text) => changesOf(text, /[\ufe10-\ufe19\ufe30-\ufe6b]/gu, ([form]) => plainForms.get(form)),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## quotes and brackets
議長稱︰﹁此次章程︵草案︶，﹃民生﹄二字為宗旨。﹂
---
議長稱：「此次章程（草案），『民生』二字為宗旨。」

## small forms
張三﹑李四﹐王五﹔
---
張三、李四，王五；
`;
