import { fromHtml } from 'hast-util-from-html';
import type { Html } from 'mdast';

/** A tag in a manuscript. */
export interface Tag {
  /** In small letters. */
  name: string;
  isEnd: boolean;
  /** Attributes by their property: `colSpan`, `src`. */
  attributes: Readonly<Record<string, unknown>>;
  /** The tag as it is written, shortened for a message. */
  source: string;
}

const form = /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/i;
const longest = 40;

/** The tag that a node is; undefined for a comment and for other nodes. */
export function tagOf(node: { type: string }): Tag | undefined {
  const { value } = node as Html;
  const [, slash, name] = (node.type === 'html' && form.exec(value)) || [];
  if (name === undefined) return undefined;
  return {
    name: name.toLowerCase(),
    isEnd: slash === '/',
    attributes: attributesOf(value, name),
    source: value.length > longest ? `${value.slice(0, longest)}…` : value,
  };
}

/** Most tags have none, and need no parser; a cell alone is none to a parser, so that each tag is read as another. */
function attributesOf(value: string, name: string): Record<string, unknown> {
  if (!/\s[^\s/>]/.test(value)) return {};
  const [element] = fromHtml(value.replace(name, name === 'img' ? name : 'x'), { fragment: true }).children;
  return element?.type === 'element' ? element.properties : {};
}
