import { z } from 'zod';
import { type SchemeId, schemeIds } from './schemes/schemes.js';

const number = (least: number, most: number) => z.coerce.number().min(least).max(most);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A publication's options for printing; lengths in millimetres. Scalars are strings, as `readYaml` returns them. */
const fields = {
  scheme: z
    .enum(schemeIds as [SchemeId, ...SchemeId[]])
    .optional()
    .describe('拼版方式: saddle 骑马订, signatures 分帖, stack 裁叠, stab 线装, single 单页'),
  sheet: z
    .string()
    .optional()
    .describe('The printed sheet: A4, A3, SRA3 … or width×height in mm; default: the smallest that holds it'),
  sheets: number(1, 32).int().optional().describe('Maximum number of sheets in a signature; default 4'),
  gsm: number(30, 500)
    .optional()
    .describe('Weight of the paper in g/m², which gives its thickness; default 80'),
  paper: number(0.02, 1).optional().describe('Thickness of one sheet, if it was measured'),
  bleed: number(0, 20).optional().describe('出血; default 3'),
  mill: number(0, 10)
    .optional()
    .describe('Amount that milling removes from the spine of a glued book; default 0'),
  flip: z
    .enum(['short', 'long'])
    .optional()
    .describe('Edge at which the printer turns a sheet over; default: the one that keeps backs upright'),
  heads: z
    .enum(['up', 'together'])
    .optional()
    .describe('Two rows of pages on a side: all heads up (default), or 头对头, head to head in the middle'),
  offset: z
    .tuple([number(-20, 20), number(-20, 20)])
    .optional()
    .describe('Correction of the back, x and y, as read from the calibration sheet'),
  profile: z.string().optional().describe('ICC profile of press and paper, a file of the publication'),
  colourBar: flag.optional().describe('A bar of process colours beside the pages'),
  cover: z
    .enum(['self', 'separate'])
    .optional()
    .describe('The cover is printed with the pages, or as a separate sheet with a spine'),
  dummy: flag
    .optional()
    .describe('A dummy of numbered pages to fold, and a sheet to calibrate the printer, like --press-dummy'),
};

/** `press:` of a publication: a scheme's name, or choices, for all editions and for one of them. */
export const pressChoices = z.preprocess(
  (value) => (typeof value === 'string' ? { scheme: value } : value),
  z.strictObject({
    ...fields,
    editions: z
      .record(z.string(), z.strictObject(fields))
      .optional()
      .describe('Differences of single editions'),
  }),
);

export type PressChoices = z.infer<typeof pressChoices>;

/** Defaults: office paper, a signature that can be folded by hand, the trade's bleed. */
const usual = {
  sheets: 4,
  gsm: 80,
  bleed: 3,
  mill: 0,
  heads: 'up',
  colourBar: false,
  cover: 'self',
} as const;

type Chosen = Omit<PressChoices, 'editions'>;

/** 付印: printing and binding of a book, with all choices made. */
export type Press = Chosen & {
  scheme: SchemeId;
  sheets: number;
  gsm: number;
  bleed: number;
  mill: number;
  heads: 'up' | 'together';
  colourBar: boolean;
  cover: 'self' | 'separate';
};

/** Choices with defaults where they are absent. */
export function pressOf({
  sheets,
  gsm,
  bleed,
  mill,
  heads,
  colourBar,
  cover,
  ...chosen
}: Chosen & Pick<Press, 'scheme'>): Press {
  return {
    ...chosen,
    sheets: sheets ?? usual.sheets,
    gsm: gsm ?? usual.gsm,
    bleed: bleed ?? usual.bleed,
    mill: mill ?? usual.mill,
    heads: heads ?? usual.heads,
    colourBar: colourBar ?? usual.colourBar,
    cover: cover ?? usual.cover,
  };
}

/**
 * Options for printing an edition: those of the command line precede the publication's for this edition, which precede
 * those for all; undefined where no press file is wanted.
 */
export function pressFor(
  choices: PressChoices | undefined,
  edition: string,
  asked?: SchemeId,
): Press | undefined {
  const { editions, ...all } = choices ?? {};
  const own = editions?.[edition] ?? {};
  const scheme = asked ?? own.scheme ?? all.scheme;
  return scheme === undefined ? undefined : pressOf({ ...all, ...own, scheme });
}

/**
 * Thickness of a sheet of paper, in mm. 1.25 cm³/g is the bulk of usual uncoated printing paper (80 g/m² is 0.1 mm
 * thick); coated paper is thinner, book paper thicker: then `paper` says it.
 */
export const thicknessOf = ({ gsm, paper }: Pick<Press, 'gsm' | 'paper'>): number =>
  paper ?? (gsm * 1.25) / 1000;
