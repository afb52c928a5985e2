import { type PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { PdfFile } from '../../prepress/read/pdf-file.js';
import { contentBytes } from '../../prepress/read/pdf-streams.js';
import type { Operand } from '../../prepress/read/read-operand.js';
import { tokenize } from '../../prepress/read/tokenize.js';

/** One operator of a page's content with its operands, as text that a change may replace. */
export interface Operator {
  name: string;
  text: string;
  /** Id of its tagged content; -1 in artifacts and outside. */
  mcid: number;
  isArtifact: boolean;
  /** The code of an operator that shows one glyph, four digits. */
  code: string | undefined;
}

/**
 * Changes the content of a page (index from 0), operator by operator; strings are taken apart first, so that each
 * operator shows one glyph, without moving it.
 */
export function editPage(file: PdfFile, page: number, change: (operators: Operator[]) => void): void {
  const { node } = file.getPage(page);
  const operators = readOperators(contentBytes(node));
  change(operators);
  setContent(file, node, operators.map(({ text }) => text).join('\n'));
}

export function setContent(file: PdfFile, node: PDFDict, content: string): void {
  const stream = file.context.flateStream(Buffer.from(content, 'latin1'));
  node.set(PDFName.of('Contents'), file.context.register(stream));
}

function readOperators(bytes: Uint8Array): Operator[] {
  const operators: Operator[] = [];
  const marks: { mcid: number; isArtifact: boolean }[] = [];
  tokenize(bytes, (name, operands, start, end) => {
    if (name === 'BDC' || name === 'BMC') marks.push(markOf(operands, marks.at(-1)));
    const mark = marks.at(-1) ?? { mcid: -1, isArtifact: false };
    const text = Buffer.from(bytes.subarray(start, end)).toString('latin1');
    const add = (one: string, code?: string) => operators.push({ name, text: one, code, ...mark });
    if (name === 'Tj' || name === 'TJ') {
      for (const item of Array.isArray(operands[0]) ? operands[0] : [operands[0]]) show(item, add);
    } else add(text);
    if (name === 'EMC') marks.pop();
  });
  return operators;
}

function markOf([tag, properties]: Operand[], outer: { mcid: number } | undefined) {
  const mcid = properties instanceof Map ? properties.get('/MCID') : undefined;
  return { mcid: typeof mcid === 'number' ? mcid : (outer?.mcid ?? -1), isArtifact: tag === '/Artifact' };
}

function show(item: Operand | undefined, add: (text: string, code?: string) => void): void {
  if (typeof item === 'number') add(`[${item}] TJ`);
  if (!(item instanceof Uint8Array)) return;
  const codes = Buffer.from(item).toString('hex').toUpperCase().match(/.{4}/g) ?? [];
  for (const code of codes) add(`<${code}> Tj`, code);
}

/** Pixels of the browser's content to a point; its y runs down. */
export const pixelsPerPoint = 4 / 3;

/** The browser counts its pixels through the book: a page begins this many after the one before it. */
export const frameOf = ({ file }: { file: PdfFile }) =>
  Math.ceil(file.getPage(0).getSize().height * pixelsPerPoint);

/** Puts operators around every text object of a piece of tagged content. */
export function wrapText(operators: Operator[], mcid: number, [before, after]: [string, string]): void {
  for (const operator of operators) {
    if (operator.mcid !== mcid) continue;
    if (operator.name === 'BT') operator.text = `q ${before} BT`;
    if (operator.name === 'ET') operator.text = `ET ${after} Q`;
  }
}

/** Moves a piece of tagged text, in points to the right and up. */
export function moveText(operators: Operator[], mcid: number, [x, y]: readonly [number, number]): void {
  const [right, down] = [x, -y].map((points) => (points * pixelsPerPoint).toFixed(3));
  wrapText(operators, mcid, [`1 0 0 1 ${right} ${down} cm`, '']);
}
