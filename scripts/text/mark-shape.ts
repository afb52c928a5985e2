/** Where the blank half of a full-width mark lies: what 标点挤压 may take away. */
export type BlankSide = 'start' | 'end' | 'both' | undefined;

const openings = new Set('（【《〈「『〔〖［｛‘“');
const closings = new Set('）】》〉」』〕〗］｝’”');
/** 点号. The mainland sets them at the lower left; Taiwan and Hong Kong in the middle of the em. */
const points = new Set('，。、；：．');
/** In the middle everywhere, or filling the left half: they give room at the end in mainland type only. */
const tallPoints = new Set('！？');

/**
 * @param isCentred whether points stand in the middle of their em (繁體).
 */
export function blankSideOf(mark: string, isCentred: boolean): BlankSide {
  if (openings.has(mark)) return 'start';
  if (closings.has(mark)) return 'end';
  if (points.has(mark)) return isCentred ? 'both' : 'end';
  if (tallPoints.has(mark)) return isCentred ? undefined : 'end';
  return undefined;
}

/** 句末点号: in 开明式 they keep their em; compression takes from them last. */
export const sentencePoints: ReadonlySet<string> = new Set('。！？．');

/** Marks that may hang beyond the line's end (悬挂). */
export const hangingMarks: ReadonlySet<string> = new Set('，。、．');
