import type { Random } from '../../random.js';
import type { GoldPiece } from '../gold.js';
import type { Setup } from './typesetter.js';

export type Strength = 'clean' | 'mild' | 'heavy';
export type GenreName = 'news' | 'old newspaper' | 'speeches' | 'letter' | 'gazetteer';

/** Habits of an extraction of a page. */
export interface Layout {
  spacing: 'double' | 'single' | 'blocks';
  indent: 'lost' | 'wide' | 'blanks' | 'tab' | 'none' | 'one em' | 'one em lost';
  /** Where titles stand: one habit of the page, or each story its own. */
  titles: 'after' | 'before' | 'missing' | 'mixed';
  /** Sign of a frame's beginning: a single newline and a space before its first line, or none. */
  frames: 'shown' | 'hidden';
  /** Text stands in by its level, headings less: em of the text's own indent, or 0. */
  levelEm: number;
  /** Blank lines more before paragraphs, here and there. */
  isGappy: boolean;
  /** Kind of print: a row of `genres`. */
  genre: GenreName;
  newline: string;
  strength: Strength;
  setup: Setup;
}

/** First lines are set two em shorter, but for some. */
const indentEms: Partial<Record<Layout['indent'], number>> = { none: 0, 'one em': 1, 'one em lost': 1 };

/** Half ems that no paragraph fills: each is a line. */
const unbroken = 20_000;

/** A measure to which a column of that width may change: at least half of it. */
export const clampEm = (em: number, usual = em) =>
  usual > 120 ? usual : usual > 30 ? Math.min(120, Math.max(30, em)) : Math.min(30, Math.max(9, em));

export function newLayout(strength: Strength, random: Random): Layout {
  const style = random.weighted([
    ['kaiming', 6],
    ['full', 2],
    ['squeezed', 1],
    ['half', 1],
  ] as const);
  const indent = random.weighted([
    ['lost', 12],
    ['wide', 4],
    ['blanks', 2],
    ['tab', 1],
    ['none', 1],
    ['one em', 1],
    ['one em lost', 0.6],
  ] as const);
  const [narrowest, widest] = random.weighted<readonly [number, number]>([
    [[24, 40], 14],
    [[18, 60], 5],
    [[60, 96], 1],
    [[96, 240], 1],
    [[unbroken, unbroken], 0.7],
  ]);
  const em = random.integer(narrowest, widest) / 2;
  return {
    spacing: random.weighted([
      ['double', 5],
      ['single', 3],
      ['blocks', 2],
    ] as const),
    indent,
    titles: random.weighted([
      ['after', 6],
      ['before', 2],
      ['missing', 2],
      ['mixed', 7],
    ] as const),
    frames: random.chance(0.5) ? 'shown' : 'hidden',
    levelEm: 0,
    isGappy: random.chance(0.15),
    genre: 'news',
    newline:
      strength === 'clean'
        ? '\n'
        : random.pick(['\n', '\n', '\n', '\r\n', '\r', '\u2028', ' \n', '\u200b\n']),
    strength,
    setup: {
      em,
      style,
      hangs: random.chance(0.05),
      indentEm: indentEms[indent] ?? 2,
      tracking: 1,
      isGrid: false,
      raggedEm: random.chance(0.06) ? random.integer(2, 6) : 0,
    },
  };
}

/** The names of the cells a page counts for: "style kaiming", "layout blocks" … */
export function cellsOf({ setup, spacing, indent, titles, genre }: Layout): string[] {
  const bands = [12, 20, 30, 48, 120, Number.POSITIVE_INFINITY];
  const names = ['9–12', '12–20', '20–30', '30–48', '48–120', 'unbroken'];
  const band = names[bands.findIndex((most) => setup.em <= most)]!;
  return [
    `style ${setup.hangs ? 'hanging' : setup.style}`,
    `measure ${band}`,
    `layout ${spacing}`,
    `indent ${indent}`,
    `titles ${titles}`,
    ...(setup.raggedEm > 0 ? ['ragged'] : []),
    ...(genre === 'news' ? [] : [genre]),
  ];
}

/** Builder: the page so far, with the owner of every character. */
export interface Builder {
  parts: string[];
  owner: number[];
  pieces: GoldPiece[];
}

export function newBuilder(): Builder {
  return { parts: [], owner: [], pieces: [] };
}

export function write(builder: Builder, text: string, owner: number): void {
  builder.parts.push(text);
  for (let at = 0; at < text.length; at++) builder.owner.push(owner);
}

/** Ends a line, and a block with a blank line if the extraction does. */
export function separate(
  builder: Builder,
  { spacing, newline, isGappy }: Layout,
  { isBlockStart, owner = -1, isRow = false }: { isBlockStart: boolean; owner?: number; isRow?: boolean },
): void {
  if (builder.owner.length === 0) return;
  const wide = (spacing === 'double' && !isRow) || (spacing === 'blocks' && isBlockStart);
  // Decided by position, so that no random number is needed here.
  const isGap = isGappy && isBlockStart && wide && builder.parts.length % 3 === 0;
  write(builder, newline.repeat(isGap ? 3 : wide ? 2 : 1), owner);
}

/** Ends a line before a frame: where frames show, with one newline and a space. */
export function openFrame(builder: Builder, layout: Layout): void {
  if (builder.owner.length === 0) return;
  write(builder, layout.frames === 'shown' ? `${layout.newline} ` : layout.newline.repeat(2), -1);
}

export function shownIndent({ indent }: Layout): string {
  const shown: Partial<Record<Layout['indent'], string>> = {
    wide: '\u3000\u3000',
    blanks: '    ',
    tab: '\t',
    'one em': '\u3000',
  };
  return shown[indent] ?? '';
}
