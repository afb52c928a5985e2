import { snapColumns } from '../feet/snap-columns.browser.js';
import type { Flow, Plan, Watch } from './flow.browser.js';
import { type CalledNote, type Foot, noteEnds, roundingPx } from './page-notes.browser.js';
import { planWindow, type Window } from './window.browser.js';

/** A galley with notes on its way to pages. */
export interface Task {
  flow: Flow;
  window: Window;
  /** On a page of its own: here notes are measured, and those wait that did not fit. */
  foot: Foot;
  watch: Watch | undefined;
  /** Pages that may be taken together. */
  most: number;
  /** Notes that no page has called yet. */
  pending: CalledNote[];
  line: number;
  /** Distance of the line grid, in px; 1 where lines keep none. */
  grid: number;
  /** Characters on a page, about. */
  room: number;
  /** True for a page that ends early. */
  isShort?: boolean;
}

/** A note's call that a plan has on its first page, and where its line ends. */
export interface Call {
  called: CalledNote;
  end: number;
}

export const wholeLines = (size: number, grid: number) => Math.floor(size / grid + 0.01) * grid;

/**
 * The greatest height, in px, of the next page's text at which each note that it calls begins on that page. Undefined
 * where the notes of an earlier page leave no room for that.
 *
 * @param most the height that the foot leaves.
 */
export function settledSize(task: Task, most: number): number | undefined {
  planAt(task, most);
  const calls = callsOf(task);
  const chosen = calls.some(({ called }) => isInColumns(called.call, task.flow.content))
    ? undefined
    : chosenSize(task, calls, most);
  if (chosen !== undefined) return chosen;
  const all = greatestSize(task, most, 'all');
  if (all !== undefined || task.foot.list.firstChild) return all;
  // Lines that do not part call more notes than a page holds: the first begins on it, and the others follow that.
  return greatestSize(task, most, 'first') ?? most;
}

/**
 * Looks line by line for the greatest height that leaves room for all notes that it calls, or for the first of them.
 */
function greatestSize(task: Task, most: number, which: 'all' | 'first'): number | undefined {
  const step = task.grid > 1 ? task.grid : task.line;
  for (let size = most; size >= step - 0.5; size -= step) {
    planAt(task, size);
    if (hasRoom(task, size, which)) return size;
  }
  return undefined;
}

/**
 * The first of the choices that holds; undefined where a line moved overleaf, since it and its note would be alone.
 */
function chosenSize(task: Task, calls: Call[], most: number): number | undefined {
  if (calls.length === 0) return most;
  for (const { size, calls: count } of choices(task, calls, most)) {
    planAt(task, size);
    if (callsOf(task).length >= count && hasRoom(task, size)) return size;
  }
  return undefined;
}

/** 分栏: in columns beside each other the height of the text does not tell which lines stand on the page. */
function isInColumns(call: Element, content: Element): boolean {
  for (let at = call.parentElement; at && at !== content; at = at.parentElement) {
    const { columnCount, columnWidth } = getComputedStyle(at);
    if (columnCount !== 'auto' || columnWidth !== 'auto') return true;
  }
  return false;
}

/** True if all notes that a page calls begin on it. To be called with a flow as `planAt` has left it. */
function hasRoom(task: Task, size: number, which: 'all' | 'first' = 'all'): boolean {
  const calls = callsOf(task);
  if (calls.length === 0) return true;
  const ends = endsOf(task.foot, calls);
  const text = Math.max(size, ...calls.map(({ end }) => end));
  return ends.at(which === 'all' ? -1 : 0)!.least <= task.flow.fullSize - text + roundingPx;
}

/** How much of the page the foot takes with the notes of some calls. */
export function endsOf(foot: Foot, calls: readonly Call[]): ReturnType<typeof noteEnds> {
  const inherited = foot.list.children.length;
  foot.list.append(...calls.map(({ called }) => called.note));
  const ends = noteEnds(foot).slice(inherited);
  for (const { called } of calls) called.note.remove();
  return ends;
}

/**
 * The flow with columns of a height. Balanced columns on the page end on its line grid, which takes room of the page
 * before its notes do.
 */
export function planAt({ flow, window, room }: Task, size: number): Plan & { complete: number } {
  // Half a pixel against rounding: a line that fits exactly must fit.
  flow.setSize(Math.min(size + 0.5, flow.fullSize));
  const plan = planWindow(flow, window, room);
  return snapColumns(flow.content) ? planWindow(flow, window, room) : plan;
}

/** The calls on the first page of the flow as it is, in the order of the text. */
export function callsOf({ flow, pending, grid }: Task): Call[] {
  return pending.flatMap((called): Call[] => {
    const box = [...called.call.getClientRects()].findLast((one) => flow.columnOf(one) === 0);
    if (!box) return [];
    const end = grid > 1 ? flow.endOf(box) : lineEnd(flow, called.call, box);
    return [{ called, end: Math.ceil(end / grid - 0.01) * grid }];
  });
}

/** Where the line ends that holds a call, whatever the call's own size: its block is a pile of lines. */
function lineEnd(flow: Flow, call: Element, box: DOMRect): number {
  let block = call.parentElement!;
  while (block !== flow.content && getComputedStyle(block).display === 'inline') block = block.parentElement!;
  const { lineHeight, writingMode } = getComputedStyle(block);
  const pile = [...block.getClientRects()].find((one) => flow.columnOf(one) === 0);
  const line = Number.parseFloat(lineHeight);
  if (!pile || !line) return flow.endOf(box);
  const sizeOf = ({ width, height }: DOMRect) => (writingMode.startsWith('vertical') ? width : height);
  const start = flow.endOf(pile) - sizeOf(pile);
  // The middle: a box of letters may be higher than their line.
  return start + Math.ceil((flow.endOf(box) - sizeOf(box) / 2 - start) / line) * line;
}
/** A height of the text, and how many notes it calls then. */
interface Choice {
  size: number;
  calls: number;
}

/**
 * Heights to try, best first: as much text as its notes leave room for. The last note may go on overleaf, but not if
 * that wins less than a line.
 */
function choices({ flow, foot, line, grid }: Task, inOrder: readonly Call[], most: number): Choice[] {
  // A row of a table calls from left to right, and its cells are of unlike heights.
  const calls = [...inOrder].sort((one, other) => one.end - other.end);
  const ends = endsOf(foot, calls);
  const full = flow.fullSize;
  const startOf = (index: number) => (index < calls.length ? calls[index]!.end - line : most);
  const wholeAt = (count: number): Choice | undefined => {
    const left = full - ends[count - 1]!.whole;
    return left < calls[count - 1]!.end
      ? undefined
      : { size: Math.min(startOf(count), wholeLines(left, grid)), calls: count };
  };
  for (let count = calls.length; count > 0; count--) {
    const whole = wholeAt(count);
    if (whole) return [whole];
    const end = calls[count - 1]!.end;
    const left = wholeLines(full - ends[count - 1]!.least, grid);
    if (left < end) continue;
    const split = [end, Math.min(startOf(count), left)].map((size) => ({ size, calls: count }));
    const before = count > 1 ? wholeAt(count - 1) : undefined;
    const wasted = before ? full - ends[count - 2]!.whole - before.size : full;
    return before && wasted < 2 * line ? [before, ...split] : split;
  }
  return [{ size: startOf(0) > 0 ? Math.min(most, startOf(0)) : most, calls: 0 }];
}
