import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Scheme } from './schemes/scheme.js';

interface Size {
  widthMm: number;
  heightMm: number;
}

/** Sheets of the office and of the press, from small to large, in millimetres upright (ISO 216, ISO 217, GB/T 148). */
const sizes: Readonly<Record<string, Size>> = {
  A5: { widthMm: 148, heightMm: 210 },
  A4: { widthMm: 210, heightMm: 297 },
  SRA4: { widthMm: 225, heightMm: 320 },
  B4: { widthMm: 250, heightMm: 353 },
  A3: { widthMm: 297, heightMm: 420 },
  SRA3: { widthMm: 320, heightMm: 450 },
  B3: { widthMm: 353, heightMm: 500 },
  A2: { widthMm: 420, heightMm: 594 },
  SRA2: { widthMm: 450, heightMm: 640 },
  A1: { widthMm: 594, heightMm: 841 },
};

/** A sheet with its name, turned so that the pages fit. */
export type NamedSheet = Size & { name: string };

/** Space of the pages on one side, in millimetres, without marks. */
export function neededSize(trim: Size, { columns, rows }: Scheme, gaps: { xMm: number; yMm: number }): Size {
  return {
    widthMm: columns * trim.widthMm + (columns - 1) * gaps.xMm,
    heightMm: rows * trim.heightMm + (rows - 1) * gaps.yMm,
  };
}

/**
 * The requested sheet, or the smallest that holds `needed`, lengthwise or across.
 *
 * @throws a problem with the numbers when it is too small, or not a sheet.
 */
export function sheetFor(asked: string | undefined, needed: Size): NamedSheet {
  if (asked === undefined) {
    for (const [name, size] of Object.entries(sizes)) {
      const turned = turnedFor(size, needed);
      if (turned) return { name, ...turned };
    }
    return { name: 'custom', ...needed };
  }
  const size = sizeOf(asked);
  const turned = turnedFor(size, needed);
  if (turned) return { name: asked.trim(), ...turned };
  throw problem(
    say(
      'sheet-too-small',
      asked,
      `${length(size.widthMm)} × ${length(size.heightMm)}`,
      `${length(needed.widthMm)} × ${length(needed.heightMm)}`,
    ),
    { ruleId: 'press', note: say('larger-sheet', sheetFor(undefined, needed).name) },
  );
}

function sizeOf(asked: string): Size {
  const known = sizes[asked.trim().toUpperCase()];
  if (known) return known;
  const [, width, height] = /^(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)(?:\s*mm)?$/i.exec(asked.trim()) ?? [];
  if (width && height) return { widthMm: Number(width), heightMm: Number(height) };
  throw problem(say('unknown-sheet', asked, Object.keys(sizes).join(', ')), {
    ruleId: 'press',
    note: say('sheet-in-mm'),
  });
}

/** A tenth of a millimetre is less than paper is cut to. */
const slackMm = 0.1;

function turnedFor({ widthMm, heightMm }: Size, needed: Size): Size | undefined {
  const holds = (size: Size) =>
    size.widthMm + slackMm >= needed.widthMm && size.heightMm + slackMm >= needed.heightMm;
  const isAcross = needed.widthMm > needed.heightMm;
  const upright = { widthMm, heightMm };
  const across = { widthMm: heightMm, heightMm: widthMm };
  return (isAcross ? [across, upright] : [upright, across]).find(holds);
}

const length = (mm: number) => String(Math.round(mm * 10) / 10);
