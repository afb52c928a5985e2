/** Ranges that are not Chinese and stay as they are: addresses of pages and of mail, formulas, sentences in Japanese. */
export function keptSpans(text: string): [start: number, end: number][] {
  const spans: [number, number][] = [];
  for (const { 0: found, index } of text.matchAll(address)) spans.push([index, index + found.length]);
  for (const { 0: found, index } of text.matchAll(formula)) spans.push([index, index + found.length]);
  if (kana.test(text))
    for (const { 0: found, index } of text.matchAll(sentence)) spans.push(...japaneseIn(found, index));
  return spans;
}

/** A Japanese sentence with what it quotes; of a Chinese one that quotes Japanese, the quotation. */
function japaneseIn(text: string, start: number): [start: number, end: number][] {
  if (isJapanese(text.replace(quoted, ''))) return [[start, start + text.length]];
  return Array.from(text.matchAll(quoted))
    .filter(({ 0: found }) => isJapanese(found))
    .map(({ 0: found, index }): [number, number] => [start + index, start + index + found.length]);
}

const address = /(?:https?:\/\/|www\.|[\w.+-]+@)[^\s，。；、！？（）“”「」《》]+/gi;

/**
 * By pandoc's rule: no space inside the signs, no digit after the last: from $5 to $6 is no formula. Between `\(` and `\)`
 * or `\[` and `\]` a sign of mathematics makes one, since Markdown has escaped brackets too.
 */
const formula =
  /\\\((?=[^\n]*?[=^_{}][^\n]*?\\\))[^\n]*?\\\)|\\\[(?=[^\n]*?[=^_{}][^\n]*?\\\])[^\n]*?\\\]|\$\$[^$]+\$\$|\$(?![\s$])[^$\n]*?(?<![\s\\])\$(?!\d)/g;

const kana = /[\u3041-\u3096\u30a1-\u30fa]/u;
const allKana = /[\u3041-\u3096\u30a1-\u30fa]/gu;
const sentence = /[^。！？\n]+/gu;
/** A quotation of a sentence; it may have begun before, or go on behind. */
const quoted = /[「『“][^」』”]*[」』”]?|^[^「『“」』”]*[」』”]/gu;

/** の alone is Chinese decoration; a sentence has its particles and endings. */
function isJapanese(text: string): boolean {
  const count = text.match(allKana)?.length ?? 0;
  return count >= 3 && count * 6 >= text.trim().length;
}
