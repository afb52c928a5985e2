import { parse, postprocess, preprocess } from 'micromark';
import { isScalar, parseDocument, visit } from 'yaml';
import { refuseDeep } from '../../article/markdown/depth.js';
import { findFrontMatter, withoutFrontMatter } from '../../article/markdown/front-matter.js';
import { chineseSyntax } from '../../article/markdown/syntax.js';
import { type Block, opaque, type Piece } from './block.js';
import { htmlText, silenceOf } from './html-text.js';

/** A piece of a Markdown file that may be replaced in place. */
export interface SourcePiece extends Piece {
  offset: number;
}

/** Tokens that hold one block of prose each. */
const blockTokens = new Set(['paragraph', 'atxHeading', 'setextHeading', 'tableHeader', 'tableData']);

/** Tokens that are not prose, whatever they contain. */
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

/** Tokens whose prose is separate from that of their block: titles and alternative texts. */
const asideTokens = new Set(['resourceTitle', 'definitionTitle', 'image']);

/**
 * The blocks of a Markdown text, found by the tokens of its grammar: their pieces know their places, so that every
 * other byte stays.
 */
export function markdownBlocks(
  text: string,
  replace: (offset: number, length: number, by: string) => void,
): { blocks: Block[]; bare: BareReference[] } {
  refuseDeep(text, 'standard input');
  const reader: Reader = { text, replace, blocks: [], open: [], silent: 0, html: 0 };
  const bare: BareReference[] = [];
  const matter = findFrontMatter(text);
  if (matter && matter !== 'open') readMatter(reader, matter.start, matter.end);
  const chunks = preprocess()(withoutFrontMatter(text), undefined, true);
  for (const [kind, token] of postprocess(parse({ extensions: chineseSyntax }).document().write(chunks))) {
    const { start, end } = token;
    const type: string = token.type;
    const isSilent = silentTokens.has(type);
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
    if (kind === 'exit' && (type === 'link' || type === 'image'))
      bare.push(...bareReference(text, start.offset, end.offset));
  }
  return { blocks: reader.blocks, bare };
}

/** A link named by its own text, [发展] or [发展][]: converted, it must name its definition explicitly. */
export interface BareReference {
  start: number;
  end: number;
  label: string;
  /** Length of its end that the name replaces: the empty brackets. */
  empty: number;
}

function bareReference(text: string, start: number, end: number): BareReference[] {
  const [, label, empty = ''] = /^!?\[([^\][]*)\](\[\])?$/.exec(text.slice(start, end)) ?? [];
  return label === undefined ? [] : [{ start, end, label, empty: empty.length }];
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
function readMatter(reader: Reader, from: number, end: number): void {
  const yaml = reader.text.slice(from, end);
  // The offsets of the values are into `yaml`, which begins at `from`.
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  if (document.errors.length > 0) {
    readLines(reader, from, end);
    return;
  }
  visit(document, {
    Pair: (_, { key }) => {
      const isStructural = isScalar(key) && structuralKeys.test(String(key.value));
      return isStructural ? visit.SKIP : undefined;
    },
    Scalar: (key, { range, value }) => {
      if (key === 'key' || !range || typeof value !== 'string' || isAddress.test(value)) return;
      // After a plain value, #标签 is not a YAML comment to the person who wrote it.
      const tag = /^[ \t]+#\S[^\n\r]*/.exec(yaml.slice(range[1]))?.[0].length ?? 0;
      reader.blocks.push({ pieces: [pieceOf(reader, from + range[0], from + range[1] + tag)] });
    },
  });
}

/** Reads front matter that people write and YAML refuses, `kicker: *重要*`: the values of its lines. */
function readLines(reader: Reader, from: number, end: number): void {
  for (const line of reader.text
    .slice(from, end)
    .matchAll(/^([\p{L}_][\p{L}\w-]*)([ \t]*[:：][ \t]*)(\S.*)$/gmu)) {
    const [, key, colon, value] = line as unknown as [string, string, string, string];
    if (structuralKeys.test(key) || isAddress.test(value)) continue;
    const start = from + line.index + key.length + colon.length;
    reader.blocks.push({ pieces: [pieceOf(reader, start, start + value.length)] });
  }
}

/** Keys whose values are for programs. */
const structuralKeys =
  /^(id|slug|url|link|permalink|path|file|src|image|cover|layout|template|lang|language|date|continued(From|On)|page|aliases)$/i;

const isAddress = /^[a-z]+:\/\/|^[^\s，。]*\/[^\s，。]*$|^\S+\.[a-z0-9]{2,4}$/i;
