import type { Piece } from '../../article/restoration.js';
import type { GoldRole } from './gold.js';

/** A restored piece with its role and story, for comparing. */
export interface Found {
  role: GoldRole;
  story: number;
  piece: Piece;
}
