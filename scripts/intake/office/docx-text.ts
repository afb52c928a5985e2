import type { Element } from 'xast';
import { childrenOf, nameOf } from '../xml/parse.js';

/** Words that are not in the document: deleted, moved away, a second form for old programs, readings over characters. */
const unseen: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'rt']);

/** Takes out what is not to be seen, in place. */
export function visible(root: Element): Element {
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    element.children = element.children.filter(
      (node) => node.type !== 'element' || !unseen.has(nameOf(node)),
    );
    open.push(...childrenOf(element));
  }
  return root;
}

/** Text of a paragraph's runs; a paragraph in a text box inside it has its own place, unless all are asked for. */
export function textOf(element: Element, isWhole = false): string {
  return childrenOf(element)
    .map((child) => {
      const name = nameOf(child);
      if (name === 't') return child.children.map((node) => ('value' in node ? node.value : '')).join('');
      if (name === 'br' || name === 'cr') return '\n';
      if (name === 'tab') return '\u3000';
      if (name === 'noBreakHyphen') return '-';
      // A character of a font of symbols: restoring asks what it is.
      if (name === 'sym')
        return String.fromCodePoint(Number.parseInt(child.attributes['w:char'] ?? '', 16) || 0xfffd);
      if ((name === 'p' && !isWhole) || name === 'pPr') return '';
      return textOf(child, isWhole);
    })
    .join('');
}
