import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { type Said, say } from '../words/say.js';
import { isDrawingBomb } from './drawing-weight.js';

/** Verdict on a picture of a manuscript: its type, or its fault with the remedy. */
export type JudgedPicture = { type: string } | { fault: Said; remedy: Said };

/** Attributes and properties that refer to something outside the drawing. */
const outside = /(?:url\(\s*["']?|@import\s+["']?)(?!["']?(?:#|data:))/i;

/** 线图: a drawing in SVG, which may depend on nothing: neither on fonts outside the book nor on other files. */
export function readDrawing(bytes: Buffer, name: string): JudgedPicture {
  let tree: Root;
  try {
    tree = fromXml(
      bytes
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>/i, ''),
    );
  } catch (error) {
    return {
      fault: say('svg-unreadable', name, (error as Error).message),
      remedy: say('save-svg-or-png'),
    };
  }
  const elements = [...elementsOf(tree)];
  if (elements[0]?.name !== 'svg' && !elements[0]?.name.endsWith(':svg'))
    return { fault: say('xml-without-drawing', name), remedy: say('save-svg-or-png') };
  const words = elements.find(({ name }) => /^(?:\w+:)?(?:text|foreignObject)$/.test(name));
  if (words)
    return {
      fault: say('svg-with-words', name),
      remedy: say('words-to-paths'),
    };
  const link = elements.find(isOutside);
  if (link)
    return {
      fault: say('svg-from-outside', name, link.name),
      remedy: say('embed'),
    };
  if (isDrawingBomb(elements)) return { fault: say('svg-bomb', name), remedy: say('save-svg-or-png') };
  return { type: 'image/svg+xml' };
}

function isOutside(element: Element): boolean {
  const { name, attributes, children } = element;
  if (/^(?:\w+:)?script$/.test(name)) return true;
  const own = Object.entries(attributes).some(([key, value = '']) =>
    /^(?:xlink:)?href$/.test(key)
      ? !/^(?:#|data:)/.test(value ?? '') && !/^(?:\w+:)?a$/.test(name)
      : outside.test(value ?? ''),
  );
  const style =
    /^(?:\w+:)?style$/.test(name) && children.some((child) => 'value' in child && outside.test(child.value));
  return own || style;
}

function* elementsOf(node: Root | Element): Generator<Element> {
  for (const child of node.children)
    if (child.type === 'element') {
      yield child;
      yield* elementsOf(child);
    }
}
