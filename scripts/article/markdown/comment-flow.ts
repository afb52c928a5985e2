import type { Extension, State, Tokenizer } from 'micromark-util-types';

const lessThan = 60;
const opening = '<!--';
const closing = '-->';
/** Longer than any remark: a comment that is not closed within this is text. */
const longestComment = 20_000;

/**
 * A comment on lines of its own, also across blank lines. All other HTML is inline: so the Markdown between two tags
 * is read as it is everywhere else, and an unclosed comment hides nothing.
 */
const tokenize: Tokenizer = function (effects, ok, nok) {
  const { lazy } = this.parser;
  const now = () => this.now();
  let text = '';
  const data: State = (code) => {
    if (text.length > longestComment || code === null) return nok(code);
    if (code < -2) return lineEnd(code);
    if (text.length < opening.length && code !== opening.charCodeAt(text.length)) return nok(code);
    text += code < 0 ? ' ' : String.fromCharCode(code);
    effects.consume(code);
    return text.length > opening.length + 1 && text.endsWith(closing) ? tail : data;
  };
  const lineEnd: State = (code) => {
    effects.exit('htmlFlowData');
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    text += '\n';
    return nextLine;
  };
  const nextLine: State = (code) => {
    if (lazy[now().line] || code === null) return nok(code);
    if (code < -2) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return nextLine;
    }
    effects.enter('htmlFlowData');
    return data(code);
  };
  const tail: State = (code) => {
    if (code === null || code < -2) {
      effects.exit('htmlFlowData');
      effects.exit('htmlFlow');
      return ok(code);
    }
    if (code !== 32 && code !== -2 && code !== -1) return nok(code);
    effects.consume(code);
    return tail;
  };
  return (code) => {
    effects.enter('htmlFlow');
    effects.enter('htmlFlowData');
    return data(code);
  };
};

export const commentFlow: Extension = {
  flow: { [lessThan]: { name: 'commentFlow', tokenize, concrete: true } },
  disable: { null: ['htmlFlow'] },
};
