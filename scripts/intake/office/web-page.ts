import { fromHtml } from 'hast-util-from-html';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { isHan } from '../../text/characters.js';
import { readText } from '../read-text.js';
import type { Read } from '../reader.js';
import { blocksOfHtml, type HtmlBlock } from './html-text.js';

/** A block with at least this many characters outside links is text. */
const enoughText = 20;
/** A block with at least this share of links is a menu. */
const menuShare = 0.6;

/**
 * A saved page of an e-paper's site: headings as Markdown's, and the blocks from the first heading or text to the last
 * text. Menus and the text before and after are left out and reported.
 *
 * @throws a problem when it has no text.
 */
export function readWebPage(
  bytes: Uint8Array,
  path: string,
  { encoding }: { encoding?: string | undefined } = {},
): Read {
  const { text, encoding: found } = readText(bytes, path, { encoding: encoding ?? charsetOf(bytes) });
  const blocks = blocksOfHtml(fromHtml(text));
  const isText = (block: HtmlBlock) => !isMenu(block) && hanIn(block.text) >= enoughText;
  const firstText = blocks.findIndex(isText);
  if (firstText < 0) throw problem(say('web-page-without-text'), { path });
  const heading = blocks.findIndex(
    (block, index) => index < firstText && /^h[1-3]$/u.test(block.element) && !isMenu(block),
  );
  const from = heading < 0 ? firstText : heading;
  const to = blocks.findLastIndex(isText) + 1;
  const isIn = (block: HtmlBlock, index: number) => index >= from && index < to && !isMenu(block);
  const left = blocks.filter((block, index) => !isIn(block, index));
  return {
    text: `${blocks.filter(isIn).map(markdownOf).join('\n\n')}\n`,
    encoding: found,
    ...(left.length > 0 && { told: [tellLeft(left)] }),
  };
}

const isMenu = ({ text, linked }: HtmlBlock) => linked >= menuShare * text.length;

function hanIn(text: string): number {
  let count = 0;
  for (const char of text) if (isHan(char)) count++;
  return count;
}

function markdownOf({ element, text }: HtmlBlock): string {
  const level = /^h([1-6])$/u.exec(element)?.[1];
  return level ? `${'#'.repeat(Number(level))} ${text}` : text;
}

/** Number of omitted characters that are quoted. */
const quoted = 60;

function tellLeft(left: readonly HtmlBlock[]): string {
  const words = left.map(({ text }) => text).join(' | ');
  const quote = words.length > quoted ? `${words.slice(0, quoted)}…` : words;
  return `${left.length} blocks of the web page were taken for menus and left out: ${quote} (write them into source.txt if they are text)`;
}

/** The encoding that the page declares. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})/iu.exec(head)?.[1];
}
