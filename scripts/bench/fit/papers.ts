import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldLine } from '../../text/fold.js';
import type { BrokenPage, GoldPiece, GoldRole } from '../restore/gold.js';

/** A piece of an editor's outline, with the letters and figures of its text. */
interface Outlined extends GoldPiece {
  letters: string;
}

const pieceLine =
  /^(headline|kicker|deck|byline|paragraph|crosshead|caption|list|table|verse|credit|furniture): ?/;
/** Pieces that may stand inside others are looked for first. */
const inner: ReadonlySet<GoldRole> = new Set(['furniture', 'caption']);

/**
 * Pages with an editor's outline (`test/restore/papers/`: the printed lines, a line `---`, the outline) as pages with
 * gold: kinds of print that the generator does not make. A page whose outline has words that are not on it is left out.
 */
export function readPapers(folder: string): BrokenPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const [text, outline] = readFileSync(join(folder, file), 'utf8').split(/^---\n/m);
      const page = place(text!, piecesOf(outline!));
      return page ? [page] : [];
    });
}

function piecesOf(outline: string): Outlined[] {
  const pieces: Outlined[] = [];
  let story = 0;
  for (const line of outline.split('\n')) {
    const role = pieceLine.exec(line)?.[1] as GoldRole | undefined;
    if (line === '***') story++;
    else if (role) {
      const text = line.replace(pieceLine, '');
      pieces.push({ role, story: role === 'furniture' ? -1 : story, text, letters: '' });
    } else if (!line.startsWith('dateline: ') && pieces.length > 0) pieces.at(-1)!.text += `\n${line}`;
  }
  for (const piece of pieces) piece.letters = lettersOf(piece.text).letters;
  return pieces.filter(({ letters }) => letters !== '');
}

/** The letters and figures of a text, folded, with their places. */
function lettersOf(text: string): { letters: string; places: number[] } {
  const folded = foldLine(text);
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < folded.length; at++) {
    if (!/[\p{L}\p{N}]/u.test(folded[at]!)) continue;
    letters += folded[at];
    places.push(at);
  }
  return { letters, places };
}

/** Finds each piece among the letters that no other has. */
function place(text: string, pieces: readonly Outlined[]): BrokenPage | undefined {
  let { letters, places } = lettersOf(text);
  const spans: { piece: Outlined; own: number[] }[] = [];
  const ordered = [...pieces].sort((a, b) => Number(inner.has(b.role)) - Number(inner.has(a.role)));
  for (const piece of ordered) {
    const at = letters.indexOf(piece.letters);
    if (at < 0) return undefined;
    const end = at + piece.letters.length;
    spans.push({ piece, own: places.slice(at, end) });
    letters = letters.slice(0, at) + letters.slice(end);
    places = [...places.slice(0, at), ...places.slice(end)];
  }
  spans.sort((a, b) => a.own[0]! - b.own[0]!);
  const owner = new Int32Array(text.length).fill(-1);
  spans.forEach(({ own }, index) => {
    for (const at of own) owner[at] = index;
  });
  fillMarks(text, owner);
  return {
    text,
    owner,
    pieces: spans.map(({ piece: { letters: _, ...piece } }) => piece),
    cells: [],
    jumps: [],
  };
}

/** Marks belong to the piece of the letter before them on their line, or of the one behind. */
function fillMarks(text: string, owner: Int32Array): void {
  for (const [at, char] of [...text].entries())
    if (owner[at] === -1 && /\S/u.test(char) && at > 0 && text[at - 1] !== '\n') owner[at] = owner[at - 1]!;
  for (let at = text.length - 2; at >= 0; at--)
    if (owner[at] === -1 && /\S/u.test(text[at]!) && text[at + 1] !== '\n') owner[at] = owner[at + 1]!;
}
