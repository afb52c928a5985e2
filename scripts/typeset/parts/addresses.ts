import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** A web address that fills a good part of a line; a letter followed by its accent belongs to a word. */
const address = /(?:https?:\/\/|www\.)[\x21-\x7e]{8,}(?!\p{M})/giu;

/** 网址: an address may break anywhere, so that it does not stretch the line before it. */
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
