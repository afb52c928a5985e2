/** A paragraph as line breaking sees it; widths in em. Index `i` speaks of character `i`, or of the place before it. */
export interface Measured {
  /** Advance of each character when it stands alone, full-width marks whole. */
  widths: Float64Array;
  /** What two neighbours take from each other: added (中西间距) or taken away (标点挤压) between `i - 1` and `i`. */
  joints: Float64Array;
  /** The part of a joint of Chinese and Latin that is ours to set, and to take back: what is beyond the browser's. */
  extras: Float64Array;
  /** Where a line may end, of `lineBreaks`. */
  breaks: Uint8Array;
  /** What a mark can give at the start and at the end of a line. */
  startBlank: Float64Array;
  endBlank: Float64Array;
  /** What a mark can give in the middle of a line: 0 where it has given already. */
  spare: Float64Array;
  /** Marks that give last: 。！？ */
  isSentencePoint: Uint8Array;
  /** 1 for marks that give their blank half wherever they stand (开明式). */
  isHalved: Uint8Array;
  /** 1 where justification may put space before the character. */
  gaps: Uint8Array;
  /** 1 where 紧排 may take space: between Chinese characters and marks, and at joints with Latin. */
  tightens: Uint8Array;
  /** 1 between the signs of a number: only a line with holes parts them, too. */
  figures: Uint8Array;
  /** 1 for what a reader counts as a character: no marks, one a Latin word. */
  counts: Uint8Array;
  /** Blanks that a line end swallows. */
  isBlank: Uint8Array;
  /** Blanks, full-width ones too, that may take more than a gap. */
  isElastic: Uint8Array;
}

/** 行长, in em. */
export interface Measures {
  measure: number;
  indent: number;
}

export interface Line {
  start: number;
  /** Exclusive. */
  end: number;
  /** Marks that give up their blank half so that the line fits, its last one apart. */
  compressed: number[];
  /** Share of the extras between Chinese and Latin that stays. */
  extraShare: number;
  /** What each gap gives besides, in em: 紧排. */
  tightness: number;
  /** What stands between the figures of numbers, in em. */
  track: number;
  /** What each blank takes more than other gaps, in em. */
  blank: number;
  /** What is left to spread. */
  slack: number;
}
