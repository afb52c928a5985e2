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

/** True for dashes and ellipses, pairs that are never split: `——`, `……`. */
export function isInseparablePair(before: string, after: string): boolean {
  return (
    (before === '—' || before === '―' || before === '…' || before === '‥' || before === '⋯') &&
    before === after
  );
}
