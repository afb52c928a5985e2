import { han } from '../../text/characters.js';
import { type CharacterRule, changesOf, isParted, mergeChanges } from './rule.js';

const blanks = '[ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\t]+';
const wide = `[${han}\\u3000-\\u303f\\uff01-\\uff60‘’“”—…·％]`;
const narrow = '[!-~°℃‰]';
const seam = new RegExp(`(?<=${wide})${blanks}(?=${narrow})|(?<=${narrow})${blanks}(?=${wide})`, 'gu');
/** Between a digit and its unit or sign: 100 %, 1 + 1 are rare, but `3 %` in a Chinese line is residue. */
const beforeSign = new RegExp(`(?<=\\d)${blanks}(?=[%‰])|${blanks}(?=&${blanks}?[${han}])`, 'gu');
const aroundMark = new RegExp(
  `(?<=[，。、；：？！”’」』》）】“‘「『《（【])${blanks}|${blanks}(?=[，。、；：？！”’」』》）】])|(?<=[${han}])${blanks}(?=[“‘「『《（【(])|(?<=[${han}])${blanks}(?=[·・—…]{3})|(?<=[(])${blanks}(?=[${han}])|(?<=[${han}])${blanks}(?=[)])`,
  'gu',
);
/** English in curly quotes: “We have waited,” said a farmer. */
const latinQuote = /[A-Za-z][,.!?]?[”’]$/u;

/** `- ` or `# ` at a line's beginning is somebody's markup; its blank belongs to it. */
const markup = /(?:^|[\n\u3000])(?:[-*+>]|#{1,6})$/u;
const marker = /(?:^|[\n\u3000])(?:[-*+>]|#{1,6}|\d{1,2}\.)$/u;

/** 中西间距: blanks that justification left between Han and digits or Latin letters. */
export const justificationSpace: CharacterRule = {
  id: 'justification-space',
  words: {
    reason: [
      '汉字与西文之间的空格是排版撑出来的，编辑并没有打。',
      '漢字與西文之間的空格是排版撐出來的，編輯並沒有打。',
      'Justification put space between Han and Latin characters; an editor writes none.',
    ],
  },
  change(text, { page, kind }) {
    if (page.spacesAreEditorial || isParted(kind)) return [];
    const kept = page.itemsAreSpaced ? marker : markup;
    return mergeChanges(
      changesOf(text, seam, ({ 0: blank, index }) =>
        kept.test(text.slice(Math.max(0, index - 8), index)) || isEnglish(text, index, blank)
          ? undefined
          : '',
      ),
      changesOf(text, beforeSign, () => ''),
      kind === 'text'
        ? changesOf(text, aroundMark, ({ 0: blank, index }) =>
            isEnglish(text, index, blank) ? undefined : '',
          )
        : [],
    );
  },
};

/** Whether a blank beside a curly quote parts English words. */
function isEnglish(text: string, at: number, blank: string): boolean {
  if (latinQuote.test(text.slice(Math.max(0, at - 3), at))) return true;
  return (
    /[A-Za-z,.]$/u.test(text.slice(Math.max(0, at - 1), at)) &&
    /^[“‘][A-Za-z]/u.test(text.slice(at + blank.length))
  );
}
