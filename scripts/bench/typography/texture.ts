import { isHan } from '../../text/characters.js';
import type { Table } from '../table.js';
import { bodyLines, columnLeft, gapsOf, isJustified, isOpening, startOf } from './geometry.js';
import { advanceOf, type SetBlock, type SetBook } from './read.js';
import { lineStarts } from './wholes.js';

/** A smaller gap, in em, keeps the characters in their columns: it is a twentieth of a point in 五号. */
const noGap = 0.005;
/** Gaps between Chinese and Latin that differ by less, in em, look alike. */
const oneWidth = 0.03;

/** 行气: how even the lines of a book are. */
interface Texture {
  full: number;
  /** Full lines whose Chinese characters touch, as in a grid 纵横对齐. */
  solid: number;
  widest: number;
  /** Lines that begin with an opening mark, except first lines of paragraphs, with its blank half trimmed or kept. */
  trimmed: number;
  kept: number;
  /** Paragraphs with Chinese and Latin, and those in which all gaps between them are equal. */
  mixed: number;
  even: number;
}

export function textureOf(set: SetBook): Texture {
  const found: Texture = { full: 0, solid: 0, widest: 0, trimmed: 0, kept: 0, mixed: 0, even: 0 };
  const joints = new Map<SetBlock, number[]>();
  for (const { block, line, index } of bodyLines(set)) {
    if (index > 0 && isOpening(line.glyphs[0]!)) {
      const off = (startOf(line) - columnLeft(set, line)) / set.book.typeArea.emPt;
      found[off < -0.25 ? 'trimmed' : 'kept']++;
    }
    joints.set(block, [...(joints.get(block) ?? []), ...jointsOf(line.glyphs)]);
    if (!isJustified(block, index)) continue;
    // Characters closer than set solid leave their columns, too.
    const widest = Math.max(0, ...gapsOf(line, set, true).map(Math.abs));
    found.full++;
    if (widest < noGap) found.solid++;
    found.widest = Math.max(found.widest, widest);
  }
  for (const widths of joints.values()) {
    if (widths.length < 2) continue;
    found.mixed++;
    if (Math.max(...widths) - Math.min(...widths) < oneWidth) found.even++;
  }
  return found;
}

function jointsOf(glyphs: SetBlock['lines'][number]['glyphs']): number[] {
  return glyphs.slice(1).flatMap((glyph, at) => {
    const before = glyphs[at]!;
    const [a, b] = [before.text, glyph.text];
    const isJoint = (isHan(a) && /^[0-9A-Za-z]/.test(b)) || (/^[0-9A-Za-z]/.test(a) && isHan(b));
    return isJoint ? [(glyph.x - before.x - advanceOf(before)) / glyph.size] : [];
  });
}

export function textureTable(title: string, columns: readonly { name: string; set: SetBook }[]): Table {
  const rows = columns.map(({ name, set }) => {
    const { full, solid, widest, trimmed, kept, mixed, even } = textureOf(set);
    const share = (part: number, all: number) =>
      all === 0 ? '–' : `${((part / all) * 100).toFixed(1)} % of ${all}`;
    return [name, share(solid, full), `${widest.toFixed(3)} em`, `${trimmed} : ${kept}`, share(even, mixed)];
  });
  return {
    title,
    head: [
      'book',
      'full lines without gaps between Chinese',
      'widest gap',
      'opening marks at a line’s head, trimmed : not',
      'paragraphs with one width between Chinese and Latin',
    ],
    rows,
  };
}

/** 断词 in English: hyphenated lines, and the longest run of them. */
interface Hyphens {
  lines: number;
  hyphens: number;
  ladder: number;
  /** Broken words with fewer than three letters before the hyphen. */
  stumps: number;
  /** Word spaces of full lines in em: the median, and the 95th percentile. */
  space: number;
  wide: number;
}

export function hyphensOf({ blocks }: SetBook): Hyphens {
  const found: Hyphens = { lines: 0, hyphens: 0, ladder: 0, stumps: 0, space: 0, wide: 0 };
  const spaces: number[] = [];
  for (const block of blocks) {
    if (!block.isBody) continue;
    let ladder = 0;
    for (const { glyphs } of block.lines.slice(0, -1)) spaces.push(...spacesOf(glyphs));
    for (const start of lineStarts(block).slice(1)) {
      found.lines++;
      const before = /\p{L}+$/u.exec(block.source.slice(0, start))?.[0];
      const isHyphen = before !== undefined && /\p{L}/u.test(block.source[start] ?? '');
      ladder = isHyphen ? ladder + 1 : 0;
      if (!isHyphen) continue;
      found.hyphens++;
      if (before.length < 3) found.stumps++;
      found.ladder = Math.max(found.ladder, ladder);
    }
  }
  spaces.sort((one, other) => one - other);
  const at = (share: number) => spaces[Math.floor(spaces.length * share)] ?? 0;
  return { ...found, space: at(0.5), wide: at(0.95) };
}

/** White between the words of a line, with or without a space glyph. */
function spacesOf(glyphs: SetBlock['lines'][number]['glyphs']): number[] {
  const letters = glyphs.filter(({ text }) => text.trim() !== '');
  return letters.slice(1).flatMap((glyph, at) => {
    const before = letters[at]!;
    const white = (glyph.x - before.x - advanceOf(before)) / glyph.size;
    return white > 0.12 ? [white] : [];
  });
}

export function hyphenTable(columns: readonly { name: string; set: SetBook }[]): Table {
  return {
    title: 'English: words broken at line ends',
    head: [
      'book',
      'lines that go on',
      'hyphenated',
      'longest ladder',
      'fewer than 3 letters before the hyphen',
      'spaces, median · 95 %',
    ],
    rows: columns.map(({ name, set }) => {
      const { lines, hyphens, ladder, stumps, space, wide } = hyphensOf(set);
      return [
        name,
        `${lines}`,
        `${((hyphens / Math.max(1, lines)) * 100).toFixed(1)} %`,
        `${ladder}`,
        `${stumps}`,
        `${space.toFixed(2)} · ${wide.toFixed(2)} em`,
      ];
    }),
  };
}
