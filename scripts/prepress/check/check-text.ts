import { diffArrays } from 'diff';
import type { Book } from '../../typeset/book/galley.js';
import { type Finding, type FindingRule, nameCharacters, placeName, positionOf } from '../finding.js';
import { comparable } from '../read/comparable.js';
import type { TaggedRun } from '../read/page-text.js';
import type { Glyph } from '../read/painter.js';
import type { PdfReading } from '../read/read-pdf.js';
import { lastAtOrBefore } from './last-at-or-before.js';

/** A difference between print and manuscript, in characters of either. */
interface Difference {
  expectedAt: number;
  expected: string[];
  actualAt: number;
  actual: string[];
}

/** Both texts, character by character, and the origins of each. */
interface Texts {
  book: Book;
  expected: string[];
  /** For each passage the place of its first character. */
  starts: number[];
  actual: string[];
  runs: TaggedRun[];
  runStarts: number[];
  reading: PdfReading;
}

/** Reports where the printed characters are not those of the book's passages, in order. */
export function checkText(reading: PdfReading, runs: TaggedRun[], book: Book): Finding[] {
  const texts = toTexts(reading, runs, book);
  return differences(texts.expected, texts.actual).map((difference) => toFinding(texts, difference));
}

function toTexts(reading: PdfReading, runs: TaggedRun[], book: Book): Texts {
  const texts: Texts = { book, reading, runs, expected: [], starts: [], actual: [], runStarts: [] };
  for (const passage of book.passages) {
    texts.starts.push(texts.expected.length);
    for (const character of comparable(passage.text)) texts.expected.push(character);
  }
  for (const run of runs) {
    texts.runStarts.push(texts.actual.length);
    for (const character of run.characters) texts.actual.push(character);
  }
  return texts;
}

/** More edits than this mean different texts, and finding the shortest edit script would take minutes. */
const maxEdits = 2000;

function differences(expected: string[], actual: string[]): Difference[] {
  let start = 0;
  while (start < expected.length && expected[start] === actual[start]) start++;
  if (start === expected.length && start === actual.length) return [];
  let [left, right] = [expected.length, actual.length];
  while (left > start && right > start && expected[left - 1] === actual[right - 1]) {
    left--;
    right--;
  }
  const middle = { expected: expected.slice(start, left), actual: actual.slice(start, right) };
  const changes = diffArrays(middle.expected, middle.actual, { maxEditLength: maxEdits, timeout: 5000 });
  if (!changes) return [{ expectedAt: start, actualAt: start, ...middle }];
  return gather(changes, start);
}

/** Edits with at most this many equal characters between them are one difference: 京北 for 北京. */
const gapLength = 2;

function gather(changes: ReturnType<typeof diffArrays<string>>, start: number): Difference[] {
  const found: Difference[] = [];
  let [expectedAt, actualAt] = [start, start];
  let open: Difference | undefined;
  let gap: string[] = [];
  for (const change of changes) {
    if (!change.added && !change.removed) {
      if (change.value.length > gapLength) open = undefined;
      gap = change.value;
      expectedAt += change.value.length;
      actualAt += change.value.length;
      continue;
    }
    if (open) {
      open.expected.push(...gap);
      open.actual.push(...gap);
    } else {
      open = { expectedAt, expected: [], actualAt, actual: [] };
      found.push(open);
    }
    gap = [];
    if (change.removed) {
      open.expected.push(...change.value);
      expectedAt += change.value.length;
    } else {
      open.actual.push(...change.value);
      actualAt += change.value.length;
    }
  }
  return found;
}

function toFinding(texts: Texts, difference: Difference): Finding {
  const { expected, actual } = difference;
  const rule = ruleOf(texts, difference);
  const { page, position } = whereOnPaper(texts, difference.actualAt);
  const passage = passageAt(texts, difference.expectedAt)?.name ?? 'the book';
  const place = placeName(page, position);
  const context = texts.expected
    .slice(Math.max(0, difference.expectedAt - 8), difference.expectedAt)
    .join('');
  const after = context ? ` after “${context}”` : '';
  const name = (characters: string[]) => nameCharacters(shorten(characters));
  const sentences: Partial<Record<FindingRule, string>> = {
    lost: `Lost ${name(expected)} of ${passage}${after}, expected on ${place}`,
    doubled: `Unexpected second ${name(actual)} in ${passage}${after} on ${place}`,
    stray: `Unexpected ${name(actual)} in ${passage}${after} on ${place}, which is not in the manuscript`,
    swapped: `Unexpected order ${name(actual)}, expected ${name(expected)} in ${passage}${after} on ${place}`,
    wrong: `Unexpected ${name(actual)}, expected ${name(expected)} in ${passage}${after} on ${place}`,
  };
  return {
    rule,
    page,
    ...(position && { position }),
    passage,
    characters: shorten(expected.length > 0 ? expected : actual),
    message: sentences[rule]!,
    remedy:
      'The pages differ from the manuscript: build again without cache; if this remains, report the article.',
  };
}

function shorten(characters: string[]): string {
  if (characters.length <= 40) return characters.join('');
  return `${characters.slice(0, 30).join('')}… (${characters.length} characters)`;
}

function ruleOf(texts: Texts, { expected, actual, actualAt }: Difference): FindingRule {
  if (actual.length === 0) return 'lost';
  if (expected.length > 0) {
    const isSame = [...expected].sort().join('') === [...actual].sort().join('');
    return isSame ? 'swapped' : 'wrong';
  }
  const before = texts.actual.slice(Math.max(0, actualAt - actual.length), actualAt).join('');
  const after = texts.actual.slice(actualAt + actual.length, actualAt + 2 * actual.length).join('');
  const added = actual.join('');
  if (added === before || added === after) return 'doubled';
  return actual.length > 3 && isElsewhere(texts, actual, actualAt) ? 'doubled' : 'stray';
}

/** True if the same characters are also printed elsewhere. */
function isElsewhere(texts: Texts, characters: string[], at: number): boolean {
  for (let from = texts.actual.indexOf(characters[0]!); from >= 0; ) {
    if (from !== at && characters.every((character, index) => texts.actual[from + index] === character))
      return true;
    from = texts.actual.indexOf(characters[0]!, from + 1);
  }
  return false;
}

function passageAt(texts: Texts, offset: number): Book['passages'][number] | undefined {
  return texts.book.passages[lastAtOrBefore(texts.starts, offset)];
}

/** The page and the place of the n-th printed character; for one past the end, of the last. */
function whereOnPaper(
  texts: Texts,
  offset: number,
): { page: number; position: Finding['position'] | undefined } {
  const index = lastAtOrBefore(texts.runStarts, Math.min(offset, texts.actual.length - 1));
  const run = texts.runs[index];
  if (!run) return { page: 1, position: undefined };
  const page = texts.reading.pages[run.page]!;
  let left = offset - texts.runStarts[index]!;
  let last: Glyph | undefined;
  for (const glyph of page.content().glyphs) {
    if (glyph.mcid !== run.mcid || glyph.isArtifact) continue;
    last = glyph;
    left -= comparable(glyph.text).length;
    if (left < 0) break;
  }
  return { page: run.page + 1, position: last && positionOf(page, last.box) };
}
