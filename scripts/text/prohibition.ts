/** 避头尾: marks that may not start or end a line (GB/T 15834, and the practice of mainland papers). */

/** 行首禁则: marks that never start a line. */
export const lineStartProhibited: ReadonlySet<string> = new Set(
  '，。、；：？！）】》〉」』〕〗］｝’”％%‰℃°,.;:?!)]}·•・～﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞〞',
);

/** 行尾禁则: marks that never end a line. */
export const lineEndProhibited: ReadonlySet<string> = new Set('（【《〈「『〔〖［｛‘“([{﹙﹛﹝〝￥$');

/** 句末: marks that end a sentence. */
export const sentenceEnds: ReadonlySet<string> = new Set('。！？!?｡．');

/** 后引号/后括号: marks that may follow the end of a sentence and belong to it. */
export const closers: ReadonlySet<string> = new Set('”’」』）)】》〉〕〗］]"');

/** 前引号/前括号 */
export const openers: ReadonlySet<string> = new Set('“‘「『（(【《〈〔〖［[');

/** The test of a set by UTF-16 units, for loops over texts: a string would have to be made of each character. */
function testOf(chars: ReadonlySet<string>): (unit: number) => boolean {
  const units = new Uint8Array(0x10000);
  for (const char of chars) units[char.charCodeAt(0)] = 1;
  return (unit) => units[unit] === 1;
}
export const isLineStartProhibited = testOf(lineStartProhibited);
export const isSentenceEnd = testOf(sentenceEnds);
export const isCloser = testOf(closers);

/** Dashes and ellipses. */
export const inseparable: ReadonlySet<string> = new Set('—―…‥⋯');

/** True for pairs of them, which are never split: `——`, `……`. */
export const isInseparablePair = (before: string, after: string): boolean =>
  before === after && inseparable.has(before);
