import { isUtf8 } from 'node:buffer';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { isHan } from '../../text/characters.js';
import { emsOf } from '../boxes.js';
import { readText } from '../read-text.js';
import type { Read } from '../reader.js';
import { blocksOfHtml, type HtmlBlock } from './html-text.js';

/**
 * First bytes of a web page: a browser that saved it, or XHTML, may have put lines before its first element. Parts of a
 * page of an e-paper are known by the marks of its system.
 */
export const webPageHead: RegExp =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]|^\s*<[\s\S]*(?:<!--\/?enp(?:content|property)|<founder-content)/i;

/** A block with at least this many characters outside links is text. */
const enoughText = 20;
/** On a page without such a block, a short notice, one of a sentence's length is. */
const shortText = 8;
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
  const { text, encoding: used } = readText(bytes, path, {
    encoding: encoding ?? (isUtf8(bytes) ? undefined : charsetOf(bytes)),
  });
  const root = fromHtml(text);
  const property = propertyTitle.exec(text)?.[1]?.trim() ?? '';
  const title = `${titleOf(root)} ${property}`;
  const found = blocksOfHtml(root).map((block) => asHeading(block, title));
  const hasHeading = found.some(({ element }) => /^h[1-6]$/u.test(element));
  const blocks = property && !hasHeading ? [{ text: property, element: 'h1', linked: 0 }, ...found] : found;
  const hasText = (least: number) => (block: HtmlBlock) =>
    !isMenu(block) && hanIn(block.text) >= least && !aboutSite.test(block.text);
  const isText = hasText(blocks.some(hasText(enoughText)) ? enoughText : shortText);
  const firstText = blocks.findIndex(isText);
  if (firstText < 0) throw problem(say('web-page-without-text'), { path });
  const heading = blocks.findIndex(
    (block, index) =>
      index < firstText && (/^h[1-3]$/u.test(block.element) || isTitlePart(block)) && !isMenu(block),
  );
  const from = heading < 0 ? firstText : heading;
  // A table, and a short sentence, end a story as well as a long paragraph does.
  const isEnd = (block: HtmlBlock) =>
    isText(block) || block.element === 'table' || (hasText(1)(block) && /[。！？”]$/u.test(block.text));
  const to = blocks.findLastIndex(isEnd) + 1;
  const isIn = (block: HtmlBlock, index: number) => index >= from && index < to && !isMenu(block);
  const left = blocks.filter((block, index) => !isIn(block, index));
  return {
    text: `${written(blocks.filter(isIn))}\n`,
    encoding: used,
    ...(left.length > 0 && { told: [tellLeft(left)] }),
  };
}

/** Lines that a site prints about itself at the foot of each page. */
const aboutSite =
  /版权所有|版權所有|Copyright|ICP备|公网安备|(?:未经|未經).{0,24}(?:授权|授權|许可|許可|同意).{0,24}(?:转载|轉載|使用|复制)|技术支持|建议使用.{0,12}浏览器/iu;
/** Shortest and longest heading that is compared with the page's title, in characters. */
const [shortestTitle, longestTitle] = [4, 60];

/** The words of the page's title element: sites put the headline there, with the paper's name and the date. */
function titleOf(root: Nodes): string {
  if (root.type === 'element' && root.tagName === 'title')
    return root.children.map((node) => ('value' in node ? node.value : '')).join('');
  if (!('children' in root)) return '';
  for (const child of root.children) {
    const found = titleOf(child);
    if (found) return found;
  }
  return '';
}

/** A block that the page's title repeats, or that Founder's system marks as a title, is a heading whatever its tag. */
function asHeading(block: HtmlBlock, title: string): HtmlBlock {
  if (/^h[1-6]$/u.test(block.element) || isMenu(block)) return block;
  const { text, element } = block;
  const isNamed = text.length >= shortestTitle && text.length <= longestTitle && title.includes(text);
  return isNamed || element === 'founder-title' ? { ...block, element: 'h1' } : block;
}

/** 北大方正 keeps the headline of a story in a comment of its page, where the site shows it in a picture. */
const propertyTitle = /<!--\s*enpproperty[\s\S]{0,3000}?<title>([^<]{1,120})<\/title>/iu;

/** Founder's marks of a title's parts. */
const isTitlePart = ({ element }: HtmlBlock) => /^founder-(?:pre|sub)?title$/u.test(element);

const isMenu = ({ text, linked }: HtmlBlock) => linked >= menuShare * text.length;

function hanIn(text: string): number {
  let count = 0;
  for (const char of text) if (isHan(char)) count++;
  return count;
}

/** Unfinished lines of a printed column are as long as it is wide, give or take two; verse is narrower. */
const [leastWidth, mostOff] = [11, 2];

/** True for lines that a site broke as the paper did: most end inside of a sentence, where the column ended. */
function areBroken(lines: readonly HtmlBlock[]): boolean {
  const unfinished = lines.slice(0, -1).filter(({ text }) => !/[。！？：；”’）…—]$/u.test(text));
  if (unfinished.length < 2 || 2 * unfinished.length < lines.length) return false;
  const lengths = unfinished.map(({ text, isIndented }) => emsOf(text) + (isIndented ? 2 : 0));
  const widest = Math.max(...lengths);
  return widest >= leastWidth && lengths.every((length) => length > widest - mostOff);
}

/** The blocks with empty lines between; lines of a column stay lines, and restoring joins them. */
function written(blocks: readonly HtmlBlock[]): string {
  const groups: HtmlBlock[][] = [];
  for (const block of blocks)
    if (block.isLine && groups.length > 0) groups.at(-1)!.push(block);
    else groups.push([block]);
  return groups
    .map((group) =>
      areBroken(group)
        ? group.map(({ text, isIndented }) => (isIndented ? `\u3000\u3000${text}` : text)).join('\n')
        : group.map(markdownOf).join('\n\n'),
    )
    .join('\n\n');
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

/** The encoding that the page declares; a browser that saved it in UTF-8 may have left the old declaration. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})/iu.exec(head)?.[1];
}
