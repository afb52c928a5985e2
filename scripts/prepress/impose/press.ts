import { z } from 'zod';
import { type SchemeId, schemeIds } from './schemes.js';

const millimetres = z.number().min(0).max(50);

/** 付印: `press:` of a publication, and what `--press` asks for. Lengths in millimetres. */
export const pressSchema = z.strictObject({
  scheme: z
    .enum(schemeIds as [SchemeId, ...SchemeId[]])
    .describe('拼版方式: saddle 骑马订, signatures 分帖, stack 裁叠, stab 线装, single 单页'),
  sheet: z
    .string()
    .optional()
    .describe('The printed sheet: A4, A3, SRA3 … or width×height in mm; default: the smallest that holds it'),
  sheets: z.number().int().min(1).max(32).default(4).describe('Sheets in a signature at the most'),
  gsm: z
    .number()
    .min(30)
    .max(500)
    .default(80)
    .describe('Weight of the paper; its thickness follows, if `paper` does not say it'),
  paper: z.number().min(0.02).max(1).optional().describe('Thickness of one sheet in mm'),
  bleed: millimetres.default(3).describe('出血'),
  mill: millimetres.default(0).describe('What milling takes off the spine of a glued book'),
  flip: z
    .enum(['short', 'long'])
    .optional()
    .describe('Edge at which the printer turns a sheet over; default: the one that keeps backs upright'),
  offset: z
    .tuple([z.number().min(-20).max(20), z.number().min(-20).max(20)])
    .optional()
    .describe(
      'How far the printer sets the back off from the front, x and y, as measured on the calibration sheet',
    ),
  profile: z
    .string()
    .optional()
    .describe(
      'ICC profile of the press and paper, a file of the publication, as the printing house gives it',
    ),
  colourBar: z.boolean().default(false).describe('A bar of process colours beside the pages'),
  cover: z
    .enum(['self', 'separate'])
    .default('self')
    .describe('Whether the cover is printed with the pages or as a sheet of its own with a spine'),
});

export type Press = z.infer<typeof pressSchema>;

/**
 * Thickness of a sheet of paper, in mm. 1.25 cm³/g is the bulk of usual uncoated printing paper (80 g/m² is 0.1 mm
 * thick); coated paper is thinner, book paper thicker: then `paper` says it.
 */
export const thicknessOf = ({ gsm, paper }: Pick<Press, 'gsm' | 'paper'>): number =>
  paper ?? (gsm * 1.25) / 1000;
