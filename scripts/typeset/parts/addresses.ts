import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** An address on the web that fills a good part of a line; a letter that has its accent behind it belongs to a word. */
const address = /(?:https?:\/\/|www\.)[\x21-\x7e]{8,}(?!\p{M})/giu;

/** 网址: an address may break anywhere, so that it begins in the line where it stands and stretches none. */
export function markAddresses(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    if (index > at) parts.push({ type: 'text', value: text.slice(at, index) });
    parts.push(h('span.address', found));
    at = index + found.length;
  }
  if (at < text.length) parts.push({ type: 'text', value: text.slice(at) });
  return parts;
}
