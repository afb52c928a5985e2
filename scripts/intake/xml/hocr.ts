import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Box } from '../../article/layout.js';
import { type BoxedLine, type BoxedPage, boxOf, joinWords } from '../boxed.js';
import { readText } from '../read-text.js';

const isLine = /^(?:ocr_line|ocrx_line|ocr_header|ocr_footer|ocr_caption|ocr_textfloat)$/u;

/** hOCR: a page of HTML in which classes give the kind of an element, and titles its place. */
export function readHocr(bytes: Uint8Array, path: string): BoxedPage[] {
  const root = fromHtml(readText(bytes, path).text);
  const pages = [...find(root, /^ocr_page$/u)];
  return pages.map((page) => {
    const box = boxIn(page);
    return {
      width: box?.right,
      height: box?.bottom,
      lines: [...find(page, isLine)].map(lineOf),
      rules: [...find(page, /^ocr_separator$/u)].flatMap((rule) => boxIn(rule) ?? []),
    };
  });
}

function lineOf(line: Element): BoxedLine {
  const words = [...find(line, /^ocrx?_word$/u)];
  const confidences = words.flatMap((word) => property(word, 'x_wconf')?.[0] ?? []);
  const text = words.length > 0 ? joinWords(words.map((word) => textOf(word).trim())) : textOf(line).trim();
  return {
    text,
    box: boxIn(line),
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) / 100 }),
  };
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
  const numbers = found?.trim().split(/\s+/u).slice(1).map(Number);
  return numbers?.every(Number.isFinite) ? numbers : undefined;
}

function boxIn(element: Element): Box | undefined {
  const [x1, y1, x2, y2] = property(element, 'bbox') ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  return boxOf(x1, y1, x2, y2);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
