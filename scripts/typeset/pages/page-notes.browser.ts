import type { FlowNotes } from '../feet/page-calls.browser.js';
import { fixTables } from '../tables/fixed-tables.browser.js';
import { contentBox, openFlow, planFlow, takeColumns } from './flow.browser.js';

/** A footnote and its call. */
export interface CalledNote {
  call: Element;
  note: Element;
}

/** Removes from a galley the notes that it calls, in the order of their calls. Others stay where they are. */
export function liftNotes(root: Element): CalledNote[] {
  const notes = new Map([...root.querySelectorAll('.note[id]')].map((note) => [`#${note.id}`, note]));
  const lifted: CalledNote[] = [];
  if (notes.size === 0) return lifted;
  const lift = (link: Element, call: Element) => {
    const key = link.getAttribute('href') ?? '';
    const note = notes.get(key);
    if (!note || note.contains(call)) return;
    notes.delete(key);
    lifted.push({ call, note });
    // A note may call another one, which follows it on the same page.
    for (const inner of note.querySelectorAll('a[href^="#"]')) lift(inner, call);
  };
  for (const link of root.querySelectorAll('a[href^="#"]')) if (!link.closest('.note')) lift(link, link);
  for (const { note } of lifted) note.remove();
  return lifted;
}

/** Notes may exceed their room by this, in px: sums of sizes are rounded. */
export const roundingPx = 0.25;

/** Foot 脚注: the box at the bottom of a page that holds notes. */
export interface Foot {
  box: HTMLElement;
  list: HTMLElement;
  /** Space that the box takes beyond its borders, in px: its margins. */
  around?: number;
}

/** A new, empty foot in a page's area. */
export function newFoot(area: HTMLElement): Foot {
  const box = document.createElement('div');
  box.className = 'type-area page-notes';
  const list = document.createElement('div');
  box.append(list);
  area.append(box);
  return { box, list };
}

/** Height that the foot takes of a page, in px; 0 while it is empty. */
export function footSize({ box, list, around = 0 }: Foot): number {
  return list.firstChild ? blockSize(box) + around : 0;
}

/** For each note, the height of a foot that ends after it, or after as few of its lines as may be split off. */
export function noteEnds({ box, list, around = 0 }: Foot): { whole: number; least: number }[] {
  const isVertical = getComputedStyle(box).writingMode.startsWith('vertical');
  const origin = box.getBoundingClientRect();
  return [...list.children].map((note) => {
    const area = note.getBoundingClientRect();
    const start = around + (isVertical ? origin.right - area.right : area.top - origin.top);
    const whole = start + (isVertical ? area.width : area.height);
    return { whole, least: Math.min(whole, start + leastOf(note, isVertical)) };
  });
}

/** Measures notes on an empty foot, before any page has them: for the plan of the pages. */
export function measureNotes(foot: Foot, called: readonly CalledNote[]): FlowNotes {
  const { box, list, around = 0 } = foot;
  list.append(...called.map(({ note }) => note));
  const ends = noteEnds(foot);
  const top = around + list.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const startOf = (index: number) => (index === 0 ? top : ends[index - 1]!.whole);
  const sizes = {
    frame: footSize(foot) - (ends.at(-1)!.whole - top),
    line: Number.parseFloat(getComputedStyle(called[0]!.note).lineHeight),
    notes: called.map(({ call }, index) => {
      const { whole, least } = ends[index]!;
      return { call, size: whole - startOf(index), least: least - startOf(index) };
    }),
  };
  for (const { note } of called) note.remove();
  return sizes;
}

/** Height of as few lines of a note as may be split off, in px: a first paragraph of three lines is not split. */
function leastOf(note: Element, isVertical: boolean): number {
  const { lineHeight, orphans, widows, breakInside } = getComputedStyle(note);
  if (breakInside !== 'auto') return Number.POSITIVE_INFINITY;
  const line = Number.parseFloat(lineHeight) || 0;
  const first = (note.firstElementChild ?? note).getBoundingClientRect();
  const lines = line > 0 ? Math.round((isVertical ? first.width : first.height) / line) : 0;
  const isWhole = lines < Number(orphans) + Number(widows);
  return (isWhole ? Math.max(lines, Number(orphans)) : Number(orphans)) * line;
}

/**
 * Takes the notes that fit into `limit` px out of a foot. The rest stays for the next page.
 *
 * @param mustTake true to take something even without enough space: otherwise there would be no end.
 */
export function takeNotes(foot: Foot, limit: number, mustTake: boolean): DocumentFragment {
  const taken = document.createDocumentFragment();
  const [first] = noteEnds(foot);
  if (footSize(foot) <= limit + roundingPx) taken.append(...foot.list.childNodes);
  else if (mustTake || (first && first.least <= limit + roundingPx)) taken.append(splitList(foot, limit));
  return taken;
}

function splitList({ box, list, around = 0 }: Foot, limit: number): DocumentFragment {
  fixTables(list);
  const content = contentBox(box);
  const isVertical = getComputedStyle(box).writingMode.startsWith('vertical');
  const frame = around + blockSize(box) - (isVertical ? content.width : content.height);
  const flow = openFlow(box, list);
  flow.setSize(limit - frame + roundingPx);
  const [taken] = takeColumns(flow, planFlow(flow), 1);
  box.removeAttribute('style');
  box.classList.remove('galley-flow');
  const rest = list.firstElementChild;
  const last = taken!.lastElementChild;
  // Every piece has an id: readers find the note's pieces by them.
  if (rest?.hasAttribute('data-split-from') && last?.id) rest.id = `${last.id}${pieceMark}`;
  return taken!;
}

/** Suffix of the id of a note's next piece, repeated for the one after it … */
const pieceMark = '-c';

/** Makes the lists of notes in finished pages own the pieces of split notes too. */
export function ownPieces(html: string, ids: readonly string[]): string {
  const pieces = ids.filter((id) => id.endsWith(pieceMark));
  if (pieces.length === 0) return html;
  return html.replace(/ aria-owns="([^"]*)"/g, (_, owned: string) => {
    const all = owned.split(' ').flatMap((id) => [id, ...pieces.filter((piece) => isPieceOf(piece, id))]);
    return ` aria-owns="${all.join(' ')}"`;
  });
}

function isPieceOf(piece: string, id: string): boolean {
  return piece.startsWith(id) && /^(?:-c)+$/.test(piece.slice(id.length));
}

function blockSize(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return getComputedStyle(element).writingMode.startsWith('vertical') ? width : height;
}
