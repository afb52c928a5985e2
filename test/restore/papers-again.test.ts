import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restore } from '../../scripts/restore/restore.js';
import { outline } from './outline.js';

/**
 * The papers, set again: each paragraph of two or more lines in another measure, with its own indent; all other lines as
 * they are. An editor would make the same of them. What a measure hides, as a paragraph that ends in exactly one full
 * line, another shows; so most faults of the rules are found here and not in the papers.
 */
const folder = join(import.meta.dirname, 'papers');

/** Papers of which something is read otherwise in a measure of 30 em: open, and to be fewer. */
const open = [
  'advertisements-signed', // without marks and at two lines each: no measure
  'company-paper', // （办公室） alone on the last line: a credit, as well
  'english-news', // the last line of a paragraph is full
  'essay-sections', // 三 of 一, 二, 三 is taken for a page's number
  'feature', // flush paragraphs, of which the first ends in a full line
  'first-page-of-paper', // fields beside each other are longer than the measure
  'hong-kong-school', // 譚美儀校長 between longer lines is a crosshead
  'inquiry-letter', // a letter of two lines
  'league-round', // 下轮看点 over two rows of a list
  'list-of-donors', // a row of names is longer than the measure
  'magazine-pages', // a note behind a full line
  'old-front-page', // rows without marks are longer than the measure
  'proclamation-1935', // sentences without a stop in two lines
  'public-notice', // flush paragraphs, of which the first ends in a full line
  'quiz', // the brackets for an answer are longer than the measure
  'record-asides', // a speaker's name behind a full line
  'report-of-government', // the speaker under the title of the report; a full last line
  'science-page', // references in Latin letters
  'serial-unmarked', // a text without marks in six lines
  'singapore', // （海峡时报） alone on the last line: a credit, as well
  'small-ads', // a telephone number alone on the last line
  'sports-round-the-world', // heads with bullets between paragraphs of two lines
  'three-questions', // questions of one line are crossheads, as well
];

describe('pages of many newspapers in another measure', () => {
  it('are read as they are in their own', () => {
    const differing = readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .filter((file) => {
        const [source, wanted] = readFileSync(join(folder, file), 'utf8').split(/^---\n/m);
        return `${outline(restore({ text: setAgain(source!, wanted!, 30) })).join('\n')}\n` !== wanted;
      });
    expect(differing.map((file) => file.replace('.txt', ''))).toEqual(open);
  });
});

/** A source whose paragraphs, captions and items of several lines are set in a measure, in em. */
function setAgain(source: string, wanted: string, measure: number): string {
  const lines = source.split('\n');
  const ends = blocksIn(lines, wanted);
  const result: string[] = [];
  for (let at = 0; at < lines.length; at = Math.max(ends.get(at) ?? 0, at + 1)) {
    const own = lines.slice(at, ends.get(at) ?? at + 1).filter((line) => line.trim());
    const indent = /^[ \u3000]*/.exec(lines[at]!)![0];
    const isBroken = ends.has(at) && (own.length > 1 || widthOf(lines[at]!) > measure);
    if (isBroken)
      result.push(...breakLines(indent + own.map((line) => line.trim()).reduce(joinLines), measure));
    else result.push(lines[at]!);
  }
  return result.join('\n');
}

/** The lines at which blocks of text begin, with those behind their ends. */
function blocksIn(lines: readonly string[], wanted: string): Map<number, number> {
  const keys = lines.map(lettersOf);
  const ends = new Map<number, number>();
  const isTaken = new Set<number>();
  for (const [, block] of wanted.matchAll(/^(?:paragraph|list|caption|lead): (.*)$/gm)) {
    const key = lettersOf(block!);
    const from = keys.findIndex((own, at) => own !== '' && !isTaken.has(at) && endOf(keys, at, key) > at);
    if (key === '' || from < 0) continue;
    const to = endOf(keys, from, key);
    for (let at = from; at < to; at++) isTaken.add(at);
    ends.set(from, to);
  }
  return ends;
}

/** The line behind those that have the letters of a block together; 0 if they do not. */
function endOf(keys: readonly string[], from: number, block: string): number {
  let letters = '';
  for (let at = from; at < keys.length && block.startsWith(letters); at++) {
    letters += keys[at]!;
    if (letters === block) return at + 1;
  }
  return 0;
}

const lettersOf = (text: string) => text.replace(/[^\p{sc=Han}0-9A-Za-z]/gu, '');
const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2000' ? 1 : 0.5), 0);
const joinLines = (one: string, next: string) =>
  one + (/[A-Za-z]$/.test(one) && /^[A-Za-z]/.test(next) ? ' ' : '') + next;

/** Breaks lines as a newspaper does: no mark begins a line, no opening one ends it, no figure is torn. */
function breakLines(text: string, measure: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[A-Za-z0-9.%％/:@-]+|——|……|./gu) ?? []) {
    const isFull =
      widthOf(line + piece) > measure && line !== '' && !/^[，。、；：！？”’）》」』】]/u.test(piece);
    if (isFull) {
      const opening = /[“‘（《「『【]$/u.exec(line)?.[0] ?? '';
      lines.push(line.slice(0, line.length - opening.length));
      line = opening;
    }
    line += piece;
  }
  return [...lines, line];
}
