import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { BoxedLine, BoxedPage } from '../boxed.js';
import { boxOf } from '../boxes.js';
import { type BoxedWord, joinWords } from '../join-words.js';
import { readText } from '../read-text.js';

const columns = 'level page_num block_num par_num line_num word_num left top width height conf text'.split(
  ' ',
);
const [level, page, block, paragraph, lineNumber, , left, top, width, height, confidence, words] =
  columns.map((_, index) => index) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];

/** The names of the columns, or, where these were cut off, a row of eleven numbers and the text. */
export const tesseractHead: RegExp = /^(?:level\tpage_num\tblock_num\t|[1-5](?:\t-?\d+(?:\.\d+)?){10}\t)/;

interface Line extends BoxedLine {
  words: BoxedWord[];
  /** Confidence of each word. */
  sure: number[];
}

/**
 * Tesseract's TSV: a row for each page, block, paragraph, line and word.
 *
 * @throws a problem with the number of a truncated line.
 */
export function readTesseract(bytes: Uint8Array, path: string): BoxedPage[] {
  const { text } = readText(bytes, path);
  const pages = new Map<string, BoxedPage & { lines: Line[] }>();
  const lines = new Map<string, Line>();
  text.split(/\r?\n/u).forEach((row, index) => {
    if (row === '' || row.startsWith('level\t')) return;
    const cells = row.split('\t');
    const numbers = cells.slice(0, words).map(Number);
    if (cells.length < words || !numbers.every(Number.isFinite))
      throw problem(say('tsv-damaged', index + 1), {
        path,
        place: { line: index + 1, column: 1 },
        note: say('write-result-again'),
      });
    const box = boxOf(
      numbers[left]!,
      numbers[top]!,
      numbers[left]! + numbers[width]!,
      numbers[top]! + numbers[height]!,
    );
    const own = pages.get(cells[page]!) ?? { lines: [] };
    pages.set(cells[page]!, own);
    if (numbers[level] === 1) Object.assign(own, { width: box.right, height: box.bottom });
    const key = [page, block, paragraph, lineNumber].map((at) => cells[at]).join(' ');
    const known = lines.get(key) ?? { text: '', words: [], sure: [], box };
    if (numbers[level] === 4 || (numbers[level] === 5 && !lines.has(key))) {
      lines.set(key, known);
      own.lines.push(known);
    }
    if (numbers[level] !== 5) return;
    known.words.push({ text: cells.slice(words).join('\t').trim(), box });
    known.sure.push(Math.max(0, numbers[confidence]! / 100));
  });
  for (const line of lines.values()) Object.assign(line, { text: joinWords(line.words), ...sureOf(line) });
  return [...pages.values()];
}

/** Mean over the characters: that of a single word is no evidence, since many right ones have 0. */
function sureOf({ words, sure }: Line): Pick<BoxedLine, 'confidence'> {
  const lengths = words.map(({ text }) => [...text].length);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  if (all === 0) return {};
  return { confidence: sure.reduce((sum, one, index) => sum + one * lengths[index]!, 0) / all };
}
