/** Side of the blank half of a full-width mark, which 标点挤压 may remove. */
export type BlankSide = 'start' | 'end' | 'both' | undefined;

const openings = new Set('（【《〈「『〔〖［｛‘“');
const closings = new Set('）】》〉」』〕〗］｝’”');
/** 点号. The mainland sets them at the lower left; Taiwan and Hong Kong in the middle of the em. */
const points = new Set('，。、；：．');
/** Centred everywhere, or filling the left half: they have space at the end in mainland type only. */
const tallPoints = new Set('！？');

/**
 * @param isCentred true if points are in the middle of their em (繁體).
 */
export function blankSideOf(mark: string, isCentred: boolean): BlankSide {
  if (openings.has(mark)) return 'start';
  if (closings.has(mark)) return 'end';
  if (points.has(mark)) return isCentred ? 'both' : 'end';
  if (tallPoints.has(mark)) return isCentred ? undefined : 'end';
  return undefined;
}

/** 句末点号: in 开明式 they keep their em; they are compressed last. */
export const sentencePoints: ReadonlySet<string> = new Set('。！？．');

/** Marks that may hang beyond the line's end (悬挂). */
export const hangingMarks: ReadonlySet<string> = new Set('，。、．');
