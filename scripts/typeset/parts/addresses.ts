import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { addressesIn } from '../../text/addresses.js';

/** 网址: an address gets an element of its own, in which layout breaks lines by the rules of `text/addresses.ts`. */
export function markAddresses(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { found, index } of addressesIn(text)) {
    if (index > at) parts.push({ type: 'text', value: text.slice(at, index) });
    parts.push(h('span.address', found));
    at = index + found.length;
  }
  if (at < text.length) parts.push({ type: 'text', value: text.slice(at) });
  return parts;
}
