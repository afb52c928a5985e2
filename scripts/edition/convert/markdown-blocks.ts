import { parse, postprocess, preprocess } from 'micromark';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { isScalar, parseDocument, visit } from 'yaml';
import { type Block, opaque, type Piece } from './block.js';
import { htmlText, silenceOf } from './html-text.js';

/** A piece of a Markdown file that may be replaced where it stands. */
export interface SourcePiece extends Piece {
  offset: number;
}

/** Tokens that hold one block of prose each. */
const blockTokens = new Set(['paragraph', 'atxHeading', 'setextHeading', 'tableHeader', 'tableData']);

/** Tokens that are no prose, whatever is in them. */
const silentTokens = new Set([
  'codeText',
  'codeFenced',
  'codeIndented',
  'htmlFlow',
  'autolink',
  'resourceDestination',
  'definitionDestination',
  'definitionLabel',
  'reference',
  'gfmFootnoteCall',
  'gfmFootnoteDefinitionLabel',
  'thematicBreak',
]);

/** Tokens whose prose stands beside that of their block: titles and alternative texts. */
const asideTokens = new Set(['resourceTitle', 'definitionTitle', 'image']);

/**
 * The blocks of a Markdown text, found by the tokens of its grammar: their pieces say where they stand, so that every
 * other byte stays.
 */
export function markdownBlocks(
  text: string,
  replace: (offset: number, length: number, by: string) => void,
): Block[] {
  const reader: Reader = { text, replace, blocks: [], open: [], silent: 0, html: 0 };
  const extensions = [frontmatter(['yaml']), gfmTable(), gfmFootnote()];
  const chunks = preprocess()(text, undefined, true);
  const bare = bareReferences(text);
  for (const [kind, token] of postprocess(parse({ extensions }).document().write(chunks))) {
    const { start, end } = token;
    const type: string = token.type;
    const isSilent =
      silentTokens.has(type) ||
      (type === 'link' && bare.has(start.offset)) ||
      (type === 'image' && bare.has(start.offset + 1));
    if (type === 'yaml' && kind === 'enter') readMatter(reader, start.offset, end.offset);
    if (type === 'htmlFlow' && kind === 'enter') readHtml(reader, start.offset, end.offset);
    if (isSilent) {
      reader.silent += kind === 'enter' ? 1 : -1;
      if (kind === 'enter') reader.open.at(-1)?.pieces.push({ text: opaque });
    }
    if (blockTokens.has(type) || asideTokens.has(type)) {
      if (kind === 'enter') reader.open.push({ pieces: [] });
      else reader.blocks.push(reader.open.pop()!);
      if (blockTokens.has(type)) reader.html = 0;
    }
    if (kind === 'exit') readText(reader, type, [start.offset, end.offset]);
  }
  return reader.blocks;
}

interface Reader {
  text: string;
  replace: (offset: number, length: number, by: string) => void;
  blocks: Block[];
  /** Blocks being read, innermost last. */
  open: Block[];
  silent: number;
  html: number;
}

function readText(reader: Reader, type: string, [start, end]: readonly [number, number]): void {
  const block = reader.open.at(-1);
  if (!block) return;
  if (type === 'htmlText') {
    reader.html = Math.max(0, reader.html + silenceOf(reader.text.slice(start, end)));
    return;
  }
  if (type === 'data' && reader.silent === 0 && reader.html === 0)
    block.pieces.push(pieceOf(reader, start, end));
  else if (type === 'lineEnding' && block.pieces.length > 0) block.pieces.push({ text: '\n' });
  else if (type === 'characterEscapeValue' || type === 'characterReference')
    block.pieces.push({ text: opaque });
}

function pieceOf({ text, replace }: Reader, start: number, end: number): SourcePiece {
  return { text: text.slice(start, end), offset: start, write: (by) => replace(start, end - start, by) };
}

function readHtml(reader: Reader, start: number, end: number): void {
  const pieces = htmlText(reader.text.slice(start, end)).map(([from, to]) =>
    pieceOf(reader, start + from, start + to),
  );
  reader.blocks.push({ pieces });
}

/** Front matter: values that are prose; keys, dates, addresses and paths stay. */
function readMatter(reader: Reader, start: number, end: number): void {
  const from = reader.text.indexOf('\n', start) + 1;
  const raw = reader.text.slice(from, end);
  const yaml = raw.slice(0, Math.max(0, raw.lastIndexOf('---')));
  // The offsets of the values are into `yaml`, which begins at `from`.
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  if (document.errors.length > 0) return;
  visit(document, {
    Pair: (_, { key }) => {
      const isStructural = isScalar(key) && structuralKeys.test(String(key.value));
      return isStructural ? visit.SKIP : undefined;
    },
    Scalar: (key, { range, value }) => {
      if (key === 'key' || !range || typeof value !== 'string' || isAddress.test(value)) return;
      reader.blocks.push({ pieces: [pieceOf(reader, from + range[0], from + range[1])] });
    },
  });
}

/** Keys whose values name things for programs. */
const structuralKeys =
  /^(id|slug|url|link|permalink|path|file|src|image|cover|layout|template|lang|language|date|continued(From|On)|page|aliases)$/i;

const isAddress = /^[a-z]+:\/\/|^[^\s，。]*\/[^\s，。]*$|^\S+\.[a-z0-9]{2,4}$/i;

/** Offsets of links that are named by their own text, [发展]: converting it would part them from their definition. */
function bareReferences(text: string): Set<number> {
  const found = new Set<number>();
  for (const match of text.matchAll(/\[[^\][]*\](?:\[\])?(?![[(:])/g)) found.add(match.index);
  return found;
}
