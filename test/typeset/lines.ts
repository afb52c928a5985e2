import type { Page as Tab } from 'puppeteer';
import type { Pages, PaginationJob } from '../../scripts/typeset/pages.js';

/** A line of text: its characters, and its distance from the left and the top of its page, in whole px. */
export interface Line {
  text: string;
  x: number;
  y: number;
}

/** Paginates a galley and records the places of its lines twice: in the flow, and on the pages. */
export function measure(
  tab: Tab,
  job: PaginationJob,
): Promise<{ pages: Pages; lines: { flow: Line[][]; pages: Line[][] } }> {
  return tab.evaluate(measureInTab, job);
}

/** Runs in the tab. */
async function measureInTab(job: PaginationJob) {
  const isText = (node: Node) =>
    !(node.parentElement as Element).closest('[aria-hidden],.page-notes,style,rt') &&
    node.nodeValue!.trim() !== '';
  const readLines = (root: Element, into: (box: DOMRect) => { page: number; x: number; y: number }) => {
    const pages: Line[][] = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (!isText(node)) continue;
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = [...range.getClientRects()].at(-1);
        if (!box || node.data[at]!.trim() === '') continue;
        const { page, x, y } = into(box);
        pages[page] ??= [];
        const line = pages[page]!.at(-1);
        if (line && Math.abs(line.y - y) < 12) line.text += node.data[at];
        else pages[page]!.push({ text: node.data[at]!, x: Math.round(x), y: Math.round(y) });
      }
    }
    return Array.from(pages, (lines) => lines ?? []);
  };
  const flow: Line[][] = [];
  const pages = await window.chongpai.paginate(job, ({ content, columnOf, offsetOf }, count) => {
    const all = readLines(content, (box) => ({ page: columnOf(box), ...offsetOf(box) }));
    for (let column = 0; column < count; column++) flow.push(all[column] ?? []);
  });
  const bench = document.createElement('div');
  document.body.append(bench);
  const found = pages.pages.map(({ html }) => {
    bench.innerHTML = html;
    const area = bench.querySelector('.pagedjs_page_content')!;
    const origin = area.getBoundingClientRect();
    const isVertical = getComputedStyle(area).writingMode.startsWith('vertical');
    const [lines = []] = readLines(area, ({ left, right, top }) => ({
      page: 0,
      x: isVertical ? origin.right - right : left - origin.left,
      y: top - origin.top,
    }));
    return lines;
  });
  bench.remove();
  // A page with only notes has no lines of the flow.
  const hasLines = (lines: Line[]) => lines.length > 0;
  return { pages, lines: { flow: flow.filter(hasLines), pages: found.filter(hasLines) } };
}

/** Lines that differ between flow and pages, in text or place. Halves of thin rules move a line by a px. */
export function movedLines(flow: readonly Line[][], pages: readonly Line[][]): string[] {
  const moved: string[] = [];
  for (let page = 0; page < Math.max(flow.length, pages.length); page++) {
    const [were, are] = [flow[page] ?? [], pages[page] ?? []];
    for (let index = 0; index < Math.max(were.length, are.length); index++) {
      const [was, is] = [were[index], are[index]];
      const isSame = was?.text === is?.text && isNear(was?.x, is?.x) && isNear(was?.y, is?.y);
      if (!isSame) moved.push(`page ${page + 1}: ${describe(is)}, in the flow ${describe(was)}`);
    }
  }
  return moved.slice(0, 5);
}

const isNear = (one = 0, other = 0) => Math.abs(one - other) <= 1;
const describe = (line: Line | undefined) => (line ? `“${line.text}” at ${line.x}, ${line.y}` : 'nothing');
