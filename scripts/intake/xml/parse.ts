import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { readText } from '../read-text.js';

/**
 * The outermost element of an XML file. Entities declared in the file are not supported, so that they cannot expand.
 *
 * @throws a problem with line and column of a fault.
 */
export function parseXml(bytes: Uint8Array, path: string): Element {
  // Recognition writes control characters, which XML forbids: what they were is asked.
  const text = readText(bytes, path).text.replace(/[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, '\ufffd');
  let root: Root;
  try {
    root = fromXml(text.replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/iu, blank));
  } catch (error) {
    const { cause, place } = error as Error & { place?: Parameters<typeof problem>[1] & object };
    const [reason] = (cause instanceof Error ? cause : (error as Error)).message.split('\n');
    throw problem(say('no-xml', reason), {
      path,
      note: say('write-result-again'),
      ...(place && { place: place as never }),
    });
  }
  return root.children.find((node) => node.type === 'element')!;
}

/** Keeps line numbers, which messages name. */
const blank = (text: string) => text.replace(/[^\n]/gu, ' ');

/** An element's name without the prefix of its vocabulary. */
export const nameOf = ({ name }: Element) => name.replace(/^.*:/, '');

export const childrenOf = ({ children }: Element, name?: string): Element[] =>
  children.filter(
    (node): node is Element => node.type === 'element' && (name === undefined || nameOf(node) === name),
  );

/** Elements of a name inside another, in the order of the file; without a stack that a deep file could overflow. */
export function* elementsOf(top: Element, ...names: readonly string[]): Generator<Element> {
  const open: Element[] = [top];
  for (let element = open.pop(); element; element = open.pop()) {
    if (names.includes(nameOf(element))) yield element;
    const inner = childrenOf(element);
    for (let at = inner.length - 1; at >= 0; at--) open.push(inner[at]!);
  }
}

/** Text of an element and of those inside. */
export function wordsOf(top: Element): string {
  return top.children
    .map((node) =>
      node.type === 'text' || node.type === 'cdata'
        ? node.value
        : node.type === 'element'
          ? wordsOf(node)
          : '',
    )
    .join('');
}

/** A number with a comma before its decimals, as programs write it under the customs of some countries. */
const pointed = (text: string) => (/^\s*-?\d+,\d+\s*$/u.test(text) ? text.replace(',', '.') : text);

/** The number in an attribute; undefined without one. */
export function numberOf({ attributes }: Element, name: string): number | undefined {
  const text = attributes[name];
  const value =
    text === undefined || text === null || text.trim() === '' ? Number.NaN : Number(pointed(text));
  return Number.isFinite(value) ? value : undefined;
}
