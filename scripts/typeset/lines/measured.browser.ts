import { lineBreaks } from '../../text/line-break.js';

/** A paragraph for line breaking; widths in em. Index `i` is for character `i`, or for the place before it. */
export interface Measured {
  /** Advance of each character by itself, full-width marks uncompressed. */
  widths: Float64Array;
  /** Space between two neighbours `i - 1` and `i`: added (中西间距) or removed (标点挤压). */
  joints: Float64Array;
  /** The part of a joint of Chinese and Latin that we add and may remove: the excess over the browser's. */
  extras: Float64Array;
  /** Places where a line may end, from `lineBreaks`. */
  breaks: Uint8Array;
  /** Space that is always added after a character: a space between two Chinese characters is an em wide 空一字. */
  pads: Float64Array;
  /** Space that a mark can lose at the start and at the end of a line. */
  startBlank: Float64Array;
  endBlank: Float64Array;
  /** Space that a mark or a wide space can lose inside a line: 0 where it was already lost. */
  spare: Float64Array;
  /** Space that they can gain: 0 for all other characters. */
  stretch: Float64Array;
  /** Side of the blank of marks: 2 on both sides (居中), 1 before the mark, 0 after it. */
  blankSides: Uint8Array;
  /** 1 for marks that lose their blank half everywhere (开明式). */
  isHalved: Uint8Array;
  /** 1 where justification may put space before the character. */
  gaps: Uint8Array;
  /** 1 where 紧排 may take space: between Chinese characters and marks, and at joints with Latin. */
  tightens: Uint8Array;
  /** 1 between the signs of a number or an address: only a line with holes spaces them. */
  figures: Uint8Array;
  /** 1 for characters as a reader counts them: no marks, one for each Latin word. */
  counts: Uint8Array;
  /** 1 for dashes and dots of an ellipsis. */
  isDash: Uint8Array;
  /** Spaces that a line end swallows. */
  isBlank: Uint8Array;
  /** Spaces, including full-width ones, that may stretch more than a gap. */
  isElastic: Uint8Array;
}

/** A paragraph of which nothing is known but where its lines may end. */
export function unmeasured(text: string): Measured {
  const length = text.length;
  return {
    widths: new Float64Array(length),
    joints: new Float64Array(length),
    extras: new Float64Array(length),
    pads: new Float64Array(length),
    breaks: lineBreaks(text),
    startBlank: new Float64Array(length),
    endBlank: new Float64Array(length),
    spare: new Float64Array(length),
    stretch: new Float64Array(length),
    blankSides: new Uint8Array(length),
    isHalved: new Uint8Array(length),
    gaps: new Uint8Array(length),
    tightens: new Uint8Array(length),
    figures: new Uint8Array(length),
    counts: new Uint8Array(length),
    isDash: new Uint8Array(length),
    isBlank: new Uint8Array(length),
    isElastic: new Uint8Array(length),
  };
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
  /** Share of its blank half that each mark loses so that the line fits, except the last one. */
  squeeze: number;
  /** Share of its `stretch` that each mark and each space gains, and what each of its sides gives back where the gaps grow, in em. */
  spread: number;
  givenBack: number;
  /** Share of the extras between Chinese and Latin that stays. */
  extraShare: number;
  /** Share of their room that joints of Chinese and Latin gain. */
  roomShare: number;
  /** Space removed from each gap, in em: 紧排. */
  tightness: number;
  /** Space between the figures of numbers, in em. */
  track: number;
  /** Extra width of each space beyond that of marks, in em. */
  blank: number;
  /** The rest to be spread. */
  slack: number;
  /** The part of it that each gap between Chinese characters gets, in em; negative where they are closer. */
  gap: number;
}
