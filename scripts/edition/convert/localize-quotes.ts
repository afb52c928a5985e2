import { isHan, isLatin } from '../../text/characters.js';
import { contextOf, type Doubt } from '../doubt.js';

/** One mark that becomes another, at an offset of a block. */
export interface MarkChange {
  at: number;
  mark: string;
}

export interface Localized {
  changes: MarkChange[];
  doubts: Doubt[];
}

/** 引号: by nesting depth, outermost first. */
export const quoteMarks = {
  hant: ['「」', '『』'],
  hans: ['“”', '‘’'],
} as const;

const anyQuote = /[“”‘’「」『』]/g;
const openers = '“‘「『';
const closers = '”’」』';

/** A block's changes, with the marks that found no partner in it. */
interface LocalizedBlock extends Localized {
  /** The only quote that is still open. */
  open?: Open;
  /** The first that closes nothing. */
  close?: Pick<Open, 'at' | 'kind'>;
}

interface Open {
  at: number;
  kind: number;
  depth: number;
}

/**
 * Turns quotation marks into those of the target by nesting depth, whatever glyphs the source nests. Apostrophes,
 * primes and quotes in Latin text stay; so do quotes without a partner, which are reported. A block whose last quote
 * is open is complete if the next one begins with a quote: a speech over several paragraphs opens each of them again. Where
 * it does not, the quote that ends the speech in a later block is its partner.
 *
 * @param blocks the blocks of a story in reading order.
 */
export function localizeQuotes(blocks: readonly string[], target: keyof typeof quoteMarks): Localized[] {
  const marks = quoteMarks[target];
  const made = blocks.map((text, index) => {
    // A blank line of a plain text is a block too.
    const next = blocks.slice(index + 1, index + 3).find((block) => block.trim() !== '');
    return localizeBlock(text, next ?? '', marks);
  });
  for (const [index, block] of made.entries()) {
    if (!block.open) continue;
    const found = made.slice(index + 1, index + 1 + reach).findIndex(({ open, close }) => open ?? close);
    const end = index + 1 + found;
    if (found < 0 || made[end]!.close?.kind !== block.open.kind) continue;
    settle(block, blocks[index]!, { at: block.open.at, mark: marks[0]![0]! });
    settle(made[end]!, blocks[end]!, { at: made[end]!.close!.at, mark: marks[0]![1]! });
  }
  return made;
}

/** Paragraphs in which a speech ends; blank lines are counted too. */
const reach = 12;

/** Puts a mark whose partner is in another block; it is no doubt any more. */
function settle(result: Localized, text: string, { at, mark }: MarkChange): void {
  put(result, text, at, mark);
  result.changes.sort((a, b) => a.at - b.at);
  result.doubts = result.doubts.filter(({ start }) => start !== at);
}

function localizeBlock(text: string, next: string, marks: readonly string[]): LocalizedBlock {
  const result: LocalizedBlock = { changes: [], doubts: [] };
  const stack: Open[] = [];
  for (const { index: at, 0: char } of text.matchAll(anyQuote)) {
    const opens = openers.indexOf(char);
    if (opens >= 0) stack.push({ at, kind: opens, depth: stack.length });
    const closes = closers.indexOf(char);
    if (closes < 0 || isApostrophe(text, at, stack)) continue;
    const open = stack.at(-1);
    if (open?.kind === closes) {
      stack.pop();
      if (!isLatinQuote(text, open.at, at)) change(result, text, { open, close: at, marks });
    } else if (!isInch(text, at)) {
      if (!open) result.close ??= { at, kind: closes };
      result.doubts.push(doubtOf(text, at));
    }
  }
  const [first] = stack;
  const continues = first !== undefined && stack.length === 1 && isReopened(next, first.kind);
  for (const open of stack) {
    if (continues) put(result, text, open.at, marks[open.depth % 2]![0]!);
    else if (!isElision(text, open.at)) result.doubts.push(doubtOf(text, open.at));
  }
  if (first && stack.length === 1 && !continues && !isElision(text, first.at)) result.open = first;
  result.changes.sort((a, b) => a.at - b.at);
  return result;
}

function change(result: Localized, text: string, { open, close, marks }: Pair): void {
  const pair = marks[open.depth % 2]!;
  put(result, text, open.at, pair[0]!);
  put(result, text, close, pair[1]!);
}

interface Pair {
  open: Open;
  close: number;
  marks: readonly string[];
}

function put({ changes }: Localized, text: string, at: number, mark: string): void {
  if (text[at] !== mark) changes.push({ at, mark });
}

const isReopened = (next: string, kind: number) => openers.indexOf(next.trimStart()[0] ?? '\0') === kind;

/** ’ in rock ’n’ roll, it’s, 1990’s: after a Latin letter or digit, unless it ends what ‘ began. */
function isApostrophe(text: string, at: number, stack: readonly Open[]): boolean {
  if (text[at] !== '’') return false;
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (isWordChar(before) && isWordChar(after)) return true;
  const isPartner = stack.at(-1)?.kind === closers.indexOf('’');
  return !isPartner && (isWordChar(before) || isWordChar(after));
}

/** ‘90s: an opening glyph that only marks an omission. */
const isElision = (text: string, at: number) => text[at] === '‘' && isWordChar(text[at + 1] ?? '');

/** 5’ 10”: feet and inches. */
const isInch = (text: string, at: number) => /[0-9]/.test(text[at - 1] ?? '');

/** A quote in a Latin sentence: no Han inside, and Latin on both sides of it. */
function isLatinQuote(text: string, open: number, close: number): boolean {
  if (openers.indexOf(text[open]!) > 1) return false;
  for (let at = open + 1; at < close; at++) if (isHan(text.charCodeAt(at))) return false;
  const before = text.slice(0, open).trimEnd().at(-1);
  const after = text.slice(close + 1).trimStart()[0];
  const isForeign = (char: string | undefined) =>
    char === undefined || isWordChar(char) || /[.,;:!?()]/.test(char);
  return (
    isForeign(before) && isForeign(after) && (before !== undefined || after !== undefined || !hasHan(text))
  );
}

function hasHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isHan(text.charCodeAt(at))) return true;
  return false;
}

const isWordChar = (char: string) => char !== '' && (isLatin(char) || /[0-9]/.test(char));

function doubtOf(text: string, at: number): Doubt {
  const source = text[at]!;
  return {
    start: at,
    end: at + 1,
    ruleId: 'quote',
    source,
    reading: source,
    candidates: [],
    risk: 1,
    word: source,
    count: 1,
    context: contextOf(text, at, at + 1),
  };
}
