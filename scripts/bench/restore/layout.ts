import type { Random } from '../random.js';
import type { GoldPiece } from './page.js';
import type { Setup } from './typesetter.js';

export type Strength = 'clean' | 'mild' | 'heavy';

/** How an extraction shows a page. */
export interface Layout {
  spacing: 'double' | 'single' | 'blocks';
  indent: 'lost' | 'wide' | 'blanks' | 'tab' | 'none';
  titles: 'after' | 'before' | 'missing';
  newline: string;
  strength: Strength;
  setup: Setup;
}

export const clampEm = (em: number) => Math.min(30, Math.max(9, em));

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
  ] as const);
  const em = random.chance(0.7) ? random.integer(24, 40) / 2 : random.integer(18, 60) / 2;
  return {
    spacing: random.weighted([
      ['double', 5],
      ['single', 3],
      ['blocks', 2],
    ] as const),
    indent,
    titles: random.weighted([
      ['after', 7],
      ['before', 2.5],
      ['missing', 2],
    ] as const),
    newline:
      strength === 'clean'
        ? '\n'
        : random.pick(['\n', '\n', '\n', '\r\n', '\r', '\u2028', ' \n', '\u200b\n']),
    strength,
    setup: { em, style, hangs: random.chance(0.05), indentEm: indent === 'none' ? 0 : 2, tracking: 1 },
  };
}

/** The names of the cells a page counts for: "style kaiming", "layout blocks" … */
export function cellsOf({ setup, spacing, indent, titles }: Layout): string[] {
  const band = setup.em < 12 ? '9–12' : setup.em <= 20 ? '12–20' : '20–30';
  return [
    `style ${setup.hangs ? 'hanging' : setup.style}`,
    `measure ${band}`,
    `layout ${spacing}`,
    `indent ${indent}`,
    `titles ${titles}`,
  ];
}

/** Builder: the page as far as it is written, and whose every character is. */
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

/** Ends a line, and a block with a blank line where the extraction does so. */
export function separate(
  builder: Builder,
  { spacing, newline }: Layout,
  { isBlockStart, owner = -1 }: { isBlockStart: boolean; owner?: number },
): void {
  if (builder.owner.length === 0) return;
  const wide = spacing === 'double' || (spacing === 'blocks' && isBlockStart);
  write(builder, wide ? newline + newline : newline, owner);
}

export function shownIndent({ indent }: Layout): string {
  return { lost: '', wide: '\u3000\u3000', blanks: '    ', tab: '\t', none: '' }[indent];
}
