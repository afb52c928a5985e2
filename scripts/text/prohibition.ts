/** 避头尾: which marks may not start or end a line (GB/T 15834, and the practice of mainland papers). */

/** 行首禁则: marks that never start a line. */
export const lineStartProhibited: ReadonlySet<string> = new Set(
  '，。、；：？！）】》〉」』〕〗］｝’”％%‰℃°,.;:?!)]}·•・～﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞〞',
);

/** 行尾禁则: marks that never end a line. */
export const lineEndProhibited: ReadonlySet<string> = new Set('（【《〈「『〔〖［｛‘“([{﹙﹛﹝〝￥$');

/** 句末: marks after which a sentence is over. */
export const sentenceEnds: ReadonlySet<string> = new Set('。！？!?｡．');

/** 后引号/后括号: what may still follow a sentence's end and belongs to it. */
export const closers: ReadonlySet<string> = new Set('”’」』）)】》〉〕〗］]"');

/** 前引号/前括号 */
export const openers: ReadonlySet<string> = new Set('“‘「『（(【《〈〔〖［[');

/** Dashes and ellipses are two characters that do not part: `——`, `……`. */
export function isInseparablePair(before: string, after: string): boolean {
  return (
    (before === '—' || before === '―' || before === '…' || before === '‥' || before === '⋯') &&
    before === after
  );
}
