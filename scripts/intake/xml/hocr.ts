import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Box } from '../../article/layout.js';
import { type BoxedLine, type BoxedPage, weightOf } from '../boxed.js';
import { boxAroundAll, boxOf } from '../boxes.js';
import { joinWords } from '../join-words.js';
import { readText } from '../read-text.js';
import { underEachOther } from '../under-each-other.js';

const isLine = /^(?:ocr_line|ocrx_line|ocr_header|ocr_footer|ocr_caption|ocr_textfloat)$/u;

/** hOCR: a page of HTML in which classes give the kind of an element, and titles its place. */
export function readHocr(bytes: Uint8Array, path: string): BoxedPage[] {
  const root = fromHtml(readText(bytes, path).text);
  const pages: (Element | Nodes)[] = [...find(root, /^ocr_page$/u)];
  // A fragment of a file has no page element.
  if (pages.length === 0) pages.push(root);
  return pages.map((page) => {
    const box = page.type === 'element' ? boxIn(page) : undefined;
    return {
      width: box?.right,
      height: box?.bottom,
      lines: linesOf(page),
      rules: [...find(page, /^ocr_separator$/u)].flatMap((rule) => boxIn(rule) ?? []),
      pictures: [...find(page, isPicture)].flatMap((picture) => boxIn(picture) ?? []),
    };
  });
}

const isPicture = /^ocrx?_(?:photo|image|linedrawing|textimage)$/u;
const isWord = /^ocrx?_word$/u;
const isBlock = /^(?:ocr_par|ocrx_block|ocr_carea|ocr_column)$/u;

/** The lines of a page; some programs mark only paragraphs, with line breaks inside, or only words. */
function linesOf(page: Nodes): BoxedLine[] {
  const lines = [...find(page, isLine)].map(lineOf);
  if (lines.length > 0) return lines;
  const blocks = [...find(page, isBlock)];
  if (blocks.length === 0)
    return [...find(page, isWord)].map((word) => ({ text: textOf(word).trim(), box: boxIn(word) }));
  return blocks.flatMap((block) => {
    const rows = textOf(block)
      .split('\n')
      .map((row) => row.trim());
    return underEachOther(rows, boxIn(block));
  });
}

function lineOf(line: Element): BoxedLine {
  const words = [...find(line, isWord)];
  const confidences = words.flatMap((word) => property(word, 'x_wconf')?.[0] ?? []);
  const text =
    words.length > 0
      ? joinWords(words.map((word) => ({ text: textOf(word).trim(), box: boxIn(word) })))
      : textOf(line).trim();
  const bold = boldIn(line);
  const sizes = words.flatMap((word) => property(word, 'x_fsize')?.[0] ?? []).sort((a, b) => a - b);
  return {
    text,
    points: sizes[sizes.length >> 1],
    // Without a bold word the file may not tell weights at all.
    ...(bold > 0 && { weight: weightOf(2 * bold > textOf(line).replace(/\s/gu, '').length) }),
    box: boxIn(line) ?? boxAroundAll(words.flatMap((word) => boxIn(word) ?? [])),
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) / 100 }),
  };
}

/** Number of bold characters: tesseract puts <strong> into words, other programs words into <b>. */
function boldIn(node: Nodes, isBold = false): number {
  if (node.type === 'text') return isBold ? node.value.replace(/\s/gu, '').length : 0;
  if (!('children' in node)) return 0;
  const isOwn = isBold || (node.type === 'element' && /^(?:strong|b)$/u.test(node.tagName));
  return node.children.reduce((sum, child) => sum + boldIn(child, isOwn), 0);
}

/** Elements of a class in the order of the file; of elements inside each other, the outermost. */
function* find(top: Nodes, wanted: RegExp): Generator<Element> {
  const open: Nodes[] = [top];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node !== top && node.type === 'element' && classesOf(node).some((name) => wanted.test(name))) {
      yield node;
      continue;
    }
    const inner = 'children' in node ? node.children : [];
    for (let at = inner.length - 1; at >= 0; at--) open.push(inner[at]!);
  }
}

function classesOf({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : [];
}

/** The numbers of a property in an element's title: `bbox 10 20 300 60; x_wconf 87`. */
function property({ properties }: Element, name: string): number[] | undefined {
  const title = String(properties.title ?? '');
  const found = title.split(';').find((part) => part.trim().startsWith(`${name} `));
  const numbers = found
    ?.trim()
    .split(/[\s,]+/u)
    .slice(1)
    .map(Number);
  return numbers?.every(Number.isFinite) ? numbers : undefined;
}

function boxIn(element: Element): Box | undefined {
  const [x1, y1, x2, y2] = property(element, 'bbox') ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  return boxOf(x1, y1, x2, y2);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
