import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent } from 'mdast';
import type { Ruby } from '../../article/markdown/html/ruby.js';

/** Pitch of characters with readings (1¼ em, see ruby.css), in em of the readings, which are 0.4 em. */
const pitch = 3.125;
/** Least white between two readings of a word, and the farthest that one moves from the middle of its character. */
const [leastWhite, farthest] = [0.4, 0.5];
/** Advances of letters of the Latin type, in em: most, narrow ones, wide ones. */
const [usual, narrow, wide] = [0.55, 0.33, 0.85];

const widthOf = (reading: string) =>
  [...reading.normalize('NFD').replace(/\p{M}/gu, '')].reduce(
    (sum, letter) => sum + (/[ijltrf]/.test(letter) ? narrow : /[mw]/.test(letter) ? wide : usual),
    0,
  );

/**
 * 分词连写: the readings of a word move towards its middle, so that words are seen, while each syllable stays over its
 * character and characters keep one pitch. Returns shifts in em of the readings, to the right if positive.
 */
export function shiftsOf(nodes: readonly PhrasingContent[]): Map<PhrasingContent, number> {
  const shifts = new Map<PhrasingContent, number>();
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'ruby' || node.word?.at !== 0) continue;
    const { length } = node.word;
    const word = nodes.slice(index, index + length);
    if (word.length < length || !word.every((one, at) => one.type === 'ruby' && one.word?.at === at))
      continue;
    const widths = word.map((one) => widthOf((one as Ruby).reading));
    const whites = widths.slice(1).map((width, at) => pitch - (width + widths[at]!) / 2);
    // All gaps shrink alike: as far as the narrowest one can.
    const closer = Math.min(...whites.map((white) => white - leastWhite), (2 * farthest) / (length - 1));
    if (closer <= 0) continue;
    for (const [at, one] of word.entries()) shifts.set(one, closer * ((length - 1) / 2 - at));
  }
  return shifts;
}

/** 注音: pinyin is above its character, 注音符號 to its right with the tone beside them. */
export function rubyHtml({ reading }: Ruby, base: ElementContent[], shift = 0): Element {
  const symbols = /^(˙?)([\u3105-\u312f]+)([ˊˇˋ]?)$/u.exec(reading);
  if (!symbols) {
    const style = shift === 0 ? {} : { style: `--toward: ${shift.toFixed(2)}em` };
    return h('ruby', style, [...base, h('rt', reading)]);
  }
  const [, before, letters, after] = symbols;
  return h('ruby.bopomofo', [
    ...base,
    h('rt', [h('span.letters', `${before}${letters}`), after ? h('span.tone', after) : undefined]),
  ]);
}
