import type { Random } from './random.js';
import {
  type CorpusText,
  type GoldPiece,
  type GoldStory,
  newCaption,
  newFurniture,
  newStory,
} from './restore-page.js';
import { type Glyph, type PrintedLine, type Setup, typeset } from './restore-typesetter.js';

export type Strength = 'clean' | 'mild' | 'heavy';

/** A page that the generator broke, and the truth about it. */
export interface BrokenPage {
  text: string;
  pieces: GoldPiece[];
  /** For each UTF-16 unit of `text` its piece, −1 for white space that layout put there. */
  owner: Int32Array;
  /** The cells it counts for: "style kaiming", "layout blocks" … */
  cells: string[];
}

interface Layout {
  spacing: 'double' | 'single' | 'blocks';
  indent: 'lost' | 'wide' | 'blanks' | 'tab' | 'none';
  titles: 'after' | 'before' | 'missing';
  strength: Strength;
  setup: Setup;
}

/** Breaks a page of stories as an extraction would, by the strength's share of each kind of noise. */
export function breakPage(texts: readonly CorpusText[], strength: Strength, random: Random): BrokenPage {
  const layout = newLayout(strength, random);
  const builder = newBuilder();
  const stories = Array.from({ length: random.integer(2, 5) }, (_, number) =>
    newStory(random.pick(texts), number, random),
  );
  stories.forEach((story, number) => {
    if (random.chance(0.5))
      layout.setup.em = clampEm(layout.setup.em + random.pick([-3, -1.5, -0.5, 0.5, 1, 2.5]));
    setStory(builder, story, layout, random);
    if (strength !== 'clean' && random.chance(0.15))
      setCaption(builder, newCaption(story, number, random), layout, random);
    if (strength !== 'clean' && random.chance(0.3)) addPlain(builder, newFurniture(random), layout);
  });
  const { setup } = layout;
  const band = setup.em < 12 ? '9–12' : setup.em <= 20 ? '12–20' : '20–30';
  return {
    text: builder.parts.join(''),
    pieces: builder.pieces,
    owner: Int32Array.from(builder.owner),
    cells: [
      `style ${setup.hangs ? 'hanging' : setup.style}`,
      `measure ${band}`,
      `layout ${layout.spacing}`,
      `indent ${layout.indent}`,
      `titles ${layout.titles}`,
    ],
  };
}

const clampEm = (em: number) => Math.min(30, Math.max(9, em));

function newLayout(strength: Strength, random: Random): Layout {
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
    strength,
    setup: { em, style, hangs: random.chance(0.05), indentEm: indent === 'none' ? 0 : 2, tracking: 1 },
  };
}

interface Builder {
  parts: string[];
  owner: number[];
  pieces: GoldPiece[];
}

function newBuilder(): Builder {
  return { parts: [], owner: [], pieces: [] };
}

function write(builder: Builder, text: string, owner: number): void {
  builder.parts.push(text);
  for (let at = 0; at < text.length; at++) builder.owner.push(owner);
}

function setStory(builder: Builder, story: GoldStory, layout: Layout, random: Random): void {
  const titled = layout.titles !== 'missing' || random.chance(0.3);
  const title = titled ? story.title : [];
  if (layout.titles === 'before') for (const piece of title) setTitlePiece(builder, piece, layout, random);
  for (const piece of story.body) {
    if (piece.role === 'crosshead') setTitlePiece(builder, piece, layout, random);
    else setParagraph(builder, piece, layout, random);
  }
  if (layout.titles !== 'before') for (const piece of title) setTitlePiece(builder, piece, layout, random);
}

/** Titles are single lines, wider than the column or not; sometimes spread letter by letter, or parted at a phrase. */
function setTitlePiece(builder: Builder, piece: GoldPiece, layout: Layout, random: Random): void {
  const number = builder.pieces.push(piece) - 1;
  const phrases = piece.role === 'headline' && random.chance(0.5) ? piece.text.split('\u3000') : [piece.text];
  phrases.forEach((phrase, index) => {
    separate(builder, layout, { isBlockStart: index === 0, owner: index === 0 ? -1 : number });
    const spaced =
      layout.strength !== 'clean' && !/[—\u3000]/u.test(phrase) && phrase.length >= 5 && random.chance(0.06);
    const shown = spaced
      ? [...phrase].join(' ')
      : phrase.replaceAll('\u3000', random.chance(0.5) ? ' ' : '\u3000');
    if (spaced) for (const char of shown) write(builder, char, char === ' ' ? -1 : number);
    else write(builder, shown, number);
  });
}

function addPlain(builder: Builder, piece: GoldPiece, layout: Layout): void {
  const number = builder.pieces.push(piece) - 1;
  separate(builder, layout, { isBlockStart: true });
  write(builder, piece.text, number);
}

function setCaption(builder: Builder, piece: GoldPiece, layout: Layout, random: Random): void {
  const number = builder.pieces.push(piece) - 1;
  const setup = { ...layout.setup, em: clampEm(layout.setup.em * random.pick([1, 1.5, 2])), indentEm: 0 };
  typeset(glyphsOf(piece, number), setup, random).forEach((line, index) => {
    separate(builder, layout, { isBlockStart: index === 0 });
    writeLine(builder, line, layout, random);
  });
}

function setParagraph(builder: Builder, piece: GoldPiece, layout: Layout, random: Random): void {
  const number = builder.pieces.push(piece) - 1;
  const tracking =
    layout.strength === 'clean'
      ? 1
      : 1 + (random.next() - 0.5) * 0.02 - (layout.strength === 'heavy' && random.chance(0.1) ? 0.03 : 0);
  const degrade = newDegrader(layout.strength, random);
  const lines = typeset(glyphsOf(piece, number), { ...layout.setup, tracking }, random).map((line) => ({
    ...line,
    glyphs: degrade(line.glyphs),
  }));
  lines.forEach((line, index) => {
    if (layout.strength === 'heavy' && index > 0 && random.chance(0.003)) {
      // Two lines merged by the extraction.
    } else separate(builder, layout, { isBlockStart: index === 0 });
    if (index === 0) write(builder, shownIndent(layout), -1);
    const furniture = layout.strength === 'mild' ? 0.005 : layout.strength === 'heavy' ? 0.012 : 0;
    if (layout.strength === 'heavy' && line.glyphs.length > 8 && random.chance(0.003)) {
      const cut = random.integer(3, line.glyphs.length - 3);
      writeLine(builder, { ...line, glyphs: line.glyphs.slice(0, cut) }, layout, random);
      separate(builder, layout, { isBlockStart: false });
      writeLine(builder, { ...line, glyphs: line.glyphs.slice(cut) }, layout, random);
    } else writeLine(builder, line, layout, random);
    if (index + 1 < lines.length && random.chance(furniture)) addPlain(builder, newFurniture(random), layout);
  });
}

function glyphsOf(piece: GoldPiece, number: number): Glyph[] {
  const glyphs: Glyph[] = [];
  let blank = '';
  for (const char of piece.text) {
    if (char === ' ' || char === '\u3000') blank += char;
    else {
      glyphs.push({ char, piece: number, blank });
      blank = '';
    }
  }
  return glyphs;
}

function shownIndent({ indent }: Layout): string {
  return { lost: '', wide: '\u3000\u3000', blanks: '    ', tab: '\t', none: '' }[indent];
}

function separate(
  builder: Builder,
  layout: Layout,
  { isBlockStart, owner = -1 }: { isBlockStart: boolean; owner?: number },
): void {
  if (builder.owner.length === 0) return;
  const wide = layout.spacing === 'double' || (layout.spacing === 'blocks' && isBlockStart);
  write(builder, wide ? '\n\n' : '\n', owner);
}

const isNarrow = (char: string) => char > ' ' && char <= '~';

/** Writes one line; justification shows as blanks at the seams of Han and digits, all or none of them. */
function writeLine(builder: Builder, line: PrintedLine, layout: Layout, random: Random): void {
  const slack = line.isLast ? 0 : line.slackEm;
  const share = slack >= 1 ? 0.9 : slack >= 0.5 ? 0.29 : 0.06;
  const spaced = layout.strength !== 'clean' && random.chance(0.015) && !line.isLast;
  const seams = random.chance(share);
  line.glyphs.forEach(({ char, piece, blank }, index) => {
    const before = line.glyphs[index - 1]?.char;
    const isSeam =
      before !== undefined && isNarrow(before) !== isNarrow(char) && /[\u3400-\u9fff]/u.test(before + char);
    if (index > 0 && blank) write(builder, blank, piece);
    else if (index > 0 && (spaced || (seams && isSeam))) write(builder, ' ', -1);
    write(builder, char, piece);
  });
}

/** Characters as extraction or recognition gives them: one habit a paragraph. Lines were set before. */
function newDegrader(strength: Strength, random: Random): (glyphs: readonly Glyph[]) => Glyph[] {
  if (strength === 'clean') return (glyphs) => [...glyphs];
  const half = random.chance(strength === 'mild' ? 0.05 : 0.2) ? random.next() : 0;
  const dropShare = strength === 'heavy' && random.chance(0.3) ? 0.008 : 0;
  const radicals = strength === 'heavy' && random.chance(0.1);
  const change = (char: string): string => {
    const narrow = narrowForms[char];
    if (narrow && random.chance(half)) return narrow;
    if (radicals && radicalForms[char]) return radicalForms[char];
    return strength === 'heavy' && confusions[char] && random.chance(0.02) ? confusions[char] : char;
  };
  return (glyphs) =>
    glyphs.flatMap((glyph) => (random.chance(dropShare) ? [] : [{ ...glyph, char: change(glyph.char) }]));
}

const narrowForms: Record<string, string> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '？': '?',
  '！': '!',
  '％': '%',
};
const radicalForms: Record<string, string> = {
  月: '⽉',
  人: '⼈',
  民: '⺠',
  日: '⽇',
  大: '⼤',
  长: '⻓',
  见: '⻅',
};
const confusions: Record<string, string> = { 日: '曰', 未: '末', 己: '已', 已: '己', 〇: '0' };
