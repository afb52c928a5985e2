import { hasHan } from '../../text/characters.js';
/** A stretch of a paragraph's text in one text node. */
export interface Run {
  node: Text;
  /** Its offset in the paragraph's text. */
  start: number;
  /** CSS `font` of its characters. */
  font: string;
  /** CSS `font-variant-numeric` of its figures. */
  figures: string;
  /** Its size, in em of the paragraph. */
  size: number;
  /** 注码: its letters are close to the Chinese around them. */
  isTight: boolean;
  /** 注音: the characters of a reading, which stay together. */
  ruby?: HTMLElement;
}

/** A justified paragraph whose lines we can set: inline text only. Lengths in its own em. */
export interface Paragraph {
  block: HTMLElement;
  runs: Run[];
  text: string;
  emPx: number;
  /** 行长 */
  measure: number;
  indent: number;
  /** True if both edges are straight. */
  isJustified: boolean;
  /** True if characters have readings. */
  hasReadings: boolean;
  /** True if lines end only where they are told to, at `<wbr>`s: with readings, and where a browser follows no spans. */
  isLed: boolean;
}

/** Style facts of an element, read once. */
interface Look {
  isInline: boolean;
  font: string;
  figures: string;
  sizePx: number;
  isTight: boolean;
}

/** Script of a paragraph: it decides where lines may end. */
export type Writing = 'chinese' | 'latin';

/**
 * The paragraphs of a flow in Chinese that are justified, or all in English. Those that hold anything but text and
 * readings (pictures, forced breaks, blanks that collapse), and 注音符號, whose letters stand beside the line's own width, are left
 * to the browser.
 */
export function collectParagraphs(root: HTMLElement, writing: Writing = 'chinese'): Paragraph[] {
  const looks = new Map<Element, Look>();
  const texts = new Map<HTMLElement, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement!.closest('rt') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    let block = node.parentElement;
    while (block && block !== root && lookOf(block, looks).isInline) block = block.parentElement;
    if (!block || block === root) continue;
    const known = texts.get(block);
    if (known) known.push(node);
    else texts.set(block, [node]);
  }
  return [...texts].flatMap(([block, nodes]) => paragraphOf(block, { nodes, looks, writing }) ?? []);
}

function lookOf(element: Element, looks: Map<Element, Look>): Look {
  const known = looks.get(element);
  if (known) return known;
  const style = getComputedStyle(element);
  const look = {
    isInline: style.display === 'inline' || style.display === 'ruby',
    font: `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
    figures: style.fontVariantNumeric,
    sizePx: Number.parseFloat(style.fontSize),
    isTight: style.getPropertyValue('text-autospace') === 'no-autospace',
  };
  looks.set(element, look);
  return look;
}

/** Content that the browser must set itself. */
const unknown = 'br, img, svg, math, wbr, input, [aria-hidden], .bopomofo';
/** Readings are beside the text. */
const inText = '*:not(rt, rt *)';
const collapsing = /[\t\n\r\f\u200b]| {2}|^ | $/;
const writings: Record<Writing, { content: (text: string) => boolean; lang: RegExp; aligns: string[] }> = {
  chinese: {
    content: (text) => hasHan(text) && !collapsing.test(text) && !text.includes('\u00ad'),
    lang: /^zh\b/,
    aligns: ['justify'],
  },
  latin: {
    content: (text) => / /.test(text) && !hasHan(text) && !collapsing.test(text),
    lang: /^en\b/,
    aligns: ['justify', 'start', 'left'],
  },
};

function paragraphOf(
  block: HTMLElement,
  { nodes, looks, writing }: { nodes: Text[]; looks: Map<Element, Look>; writing: Writing },
): Paragraph | undefined {
  const text = nodes.map(({ data }) => data).join('');
  const children = [...block.querySelectorAll(inText)];
  const { content, lang, aligns } = writings[writing];
  if (!content(text)) return undefined;
  if (block.querySelector(unknown) || children.some((child) => !lookOf(child, looks).isInline))
    return undefined;
  const style = getComputedStyle(block);
  if (
    !aligns.includes(style.textAlign) ||
    style.getPropertyValue('text-wrap-style') === 'balance' ||
    style.whiteSpace !== 'normal' ||
    // Their widths are not those that are measured.
    style.fontVariantCaps !== 'normal' ||
    style.letterSpacing !== 'normal'
  )
    return undefined;
  if (!lang.test(block.closest('[lang]')?.getAttribute('lang') ?? '')) return undefined;
  const emPx = Number.parseFloat(style.fontSize);
  const runs: Run[] = [];
  let start = 0;
  for (const node of nodes) {
    const { font, figures, sizePx, isTight } = lookOf(node.parentElement!, looks);
    const ruby = node.parentElement!.closest('ruby');
    runs.push({ node, start, font, figures, size: sizePx / emPx, isTight, ...(ruby && { ruby }) });
    start += node.length;
  }
  const hasReadings = runs.some(({ ruby }) => ruby);
  return {
    block,
    runs,
    text,
    emPx,
    measure: Number.parseFloat(style.inlineSize) / emPx,
    indent: Number.parseFloat(style.textIndent) / emPx,
    isJustified: style.textAlign === 'justify',
    hasReadings,
    isLed: hasReadings,
  };
}
