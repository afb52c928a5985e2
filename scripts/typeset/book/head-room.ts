import type { TypeArea } from './type-area.js';

/** Size of a running head with its letter spacing, in points: the largest of our themes. */
export const headSizePt = 8.5;
/** Share of the measure to fill, because wide Latin letters (W, M) take more than the half em counted for each. */
export const headReserve = 0.92;

/** 书眉: number of Chinese characters that certainly fit on its line. */
export const headRoomOf = ({ ems, emPt }: TypeArea): number =>
  Math.floor(((ems * emPt) / headSizePt) * headReserve) - 2;
