import { isHan } from '../../text/characters.js';
import type { Leaf } from '../expect/written.js';
import type { Finding } from '../finding.js';
import { area } from '../read/matrix.js';
import type { PaintedPath } from '../read/painter.js';
import { findingAt, type Paper, type Place } from './paper.js';

const remedy = 'Let emphasis be seen: take back what levels it in the style sheet, or print again.';

/** Elements of emphasis in a manuscript. */
const emphatic = new Set(['em', 'strong', 'b', 'i']);
/** Elements that are set in the weight of emphasis as a whole. */
const headings = /^(?:h[1-6]|th|dt)$/;
/** 专名号: a line below a name, in headings, too. */
const named = 'u';

/** How letters look; Han and others apart, for they come from different fonts. */
type Style = string;

/**
 * 强调: emphasised words look otherwise than those around them: in font, size, slant or colour, by marks beside the
 * characters, or by a rule or a ground. Which of them is the style sheet's choice.
 */
export function checkEmphasis(paper: Paper): Finding[] {
  const { leaves, leafAt } = paper.written;
  if (!leaves.some(isEmphatic)) return [];
  const plain = plainStyles(paper);
  const counts = new Map<number, { first: number; letters: number; seen: number }>();
  leafAt.forEach((leaf, character) => {
    if (!isEmphatic(leaves[leaf]!) || !isLetter(paper, character)) return;
    const place = paper.placeOf(character);
    const style = styleOf(place);
    const around = plain.blocks.get(leaves[leaf]!.block)?.get(kindOf(paper, character));
    const usual = around ?? plain.usual.get(kindOf(paper, character));
    const isSeen = usual === undefined || style !== usual || isMarked(paper, character, place);
    const count = counts.get(leaf) ?? { first: character, letters: 0, seen: 0 };
    counts.set(leaf, { ...count, letters: count.letters + 1, seen: count.seen + (isSeen ? 1 : 0) });
  });
  const unseen = [...counts].filter(([, { letters, seen }]) => seen < letters / 2);
  const lost = new Set(unseen.map(([leaf]) => leaf));
  // Each dotted letter is an element: a word is told once.
  return unseen
    .filter(([, { first }]) => !lost.has(leafAt[first - 1] ?? -1))
    .map(([, { first }]) =>
      findingAt(paper, first, {
        rule: 'emphasis',
        problem: 'is emphasised, and looks like the words around it',
        remedy,
      }),
    );
}

const isEmphatic = ({ tags, isCode }: Leaf) =>
  !isCode &&
  (tags.includes(named) ||
    (tags.some((tag) => emphatic.has(tag)) && !tags.some((tag) => headings.test(tag))));

/** Letters and figures whose script has more than one weight: of Mongolian and Yi no free font is bold. */
const isLetter = ({ written }: Paper, character: number) =>
  /(?![\p{Script=Mongolian}\p{Script=Yi}])[\p{L}\p{N}]/u.test(written.characters[character]!);

const kindOf = ({ written }: Paper, character: number) =>
  isHan(written.characters[character]!) ? 'Han' : 'other';

function styleOf({ font, size, slant, shade }: Place): Style {
  return `${font} ${size.toFixed(1)} ${slant.toFixed(1)} ${shade.toFixed(2)}`;
}

/** How words look that are not emphasised: block by block, and in most text of the book. */
function plainStyles(paper: Paper): { blocks: Map<number, Map<string, Style>>; usual: Map<string, Style> } {
  const { leaves, leafAt } = paper.written;
  const wanted = new Set(leaves.filter(isEmphatic).map(({ block }) => block));
  const blocks = new Map<number, Map<string, Style>>();
  const tally = new Map<string, Map<Style, number>>();
  leafAt.forEach((leaf, character) => {
    const { tags, block, isCode, note, calls } = leaves[leaf]!;
    const isPlain =
      !isCode && !tags.some((tag) => emphatic.has(tag) || tag === named || tag === 'code' || tag === 'sup');
    if (!isPlain || note !== undefined || calls !== undefined || !isLetter(paper, character)) return;
    const kind = kindOf(paper, character);
    const isOfBlock = wanted.has(block) && !blocks.get(block)?.has(kind);
    // A few thousand characters tell what most look like.
    if (!isOfBlock && (tags.at(-1) !== 'p' || character % 8 !== 0)) return;
    const style = styleOf(paper.placeOf(character));
    if (isOfBlock) blocks.set(block, (blocks.get(block) ?? new Map<string, Style>()).set(kind, style));
    const styles = tally.get(kind) ?? new Map<Style, number>();
    tally.set(kind, styles.set(style, (styles.get(style) ?? 0) + 1));
  });
  const usual = new Map(
    [...tally].map(([kind, styles]) => [
      kind,
      [...styles].reduce((one, other) => (other[1] > one[1] ? other : one))[0],
    ]),
  );
  return { blocks, usual };
}

/** Paler than this, a mark cannot be seen on white, */
const palest = 0.9;
/** but beside letters that are lighter than this, of 7, it can: their ground is dark. */
const lightShade = 3.5;

const isDark = (ink: PaintedPath['ink']) => ink === undefined || ink.some((level) => level < palest);

/** A dot under or over a character, a rule along it, a ground behind it. */
function isMarked(
  paper: Paper,
  character: number,
  { page, left, bottom, right, top, size, shade }: Place,
): boolean {
  const reach = 0.8 * size;
  // A browser puts the dot in the middle of the character and its spacing, which justification has widened.
  const isBeside = (box: readonly [number, number, number, number]) =>
    Math.min(right + reach, box[2]) - Math.max(left, box[0]) > 0 &&
    box[1] < top + reach &&
    box[3] > bottom - reach;
  const trim = area(paper.reading.pages[page]!.trim);
  return (
    paper.runOf(character).marks.some(isBeside) ||
    (paper.paths.get(page) ?? []).some(
      ({ box, ink }) => area(box) < trim / 2 && isBeside(box) && (isDark(ink) || shade > lightShade),
    )
  );
}
