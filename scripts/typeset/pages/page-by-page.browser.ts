import { type Flow, type Plan, takeColumns, type Watch } from './flow.browser.js';
import { type CalledNote, type Foot, footSize, noteEnds, takeNotes } from './page-notes.browser.js';
import { openWindow, planWindow, type Window } from './window.browser.js';

/** The content of one page. */
export interface PageContent {
  text: DocumentFragment;
  /** The notes at its foot. */
  notes?: DocumentFragment;
  /** 对照: the language of a facing page. */
  language?: 'first' | 'second';
}

/** A galley with notes on its way to pages. */
interface Task {
  flow: Flow;
  window: Window;
  /** A foot on a separate page: notes are measured there, and those that did not fit wait there. */
  foot: Foot;
  watch: Watch | undefined;
  /** Maximum number of pages to take together. */
  most: number;
  /** Notes that no page has called yet. */
  pending: CalledNote[];
  line: number;
  /** Distance of the line grid, in px; 1 without a grid. */
  grid: number;
  /** Approximate number of characters on a page. */
  room: number;
}

/** A note's call on the first page of a plan, and the end of its line. */
interface Call {
  called: CalledNote;
  end: number;
}

/** Means of making pages; `most` is 1 where page sizes may differ. */
export type Course = Pick<Task, 'flow' | 'foot' | 'watch'> & Partial<Pick<Task, 'most'>>;

/**
 * 脚注: pages of a galley with notes, one by one, because a page's notes decide the height of its text. Pages that
 * neither call a note nor inherit one are taken together.
 */
export function* pageByPage(
  { flow, foot, watch, most = Number.POSITIVE_INFINITY }: Course,
  notes: CalledNote[],
): Generator<PageContent> {
  const style = getComputedStyle(flow.content);
  const em = Number.parseFloat(style.fontSize);
  const grid = Number.parseFloat(style.lineHeight) || 1;
  const line = grid > 1 ? grid : 1.2 * em;
  const measure = Number.parseFloat(style.inlineSize);
  const room = Math.max(1, Math.floor((measure / em) * (flow.fullSize / line)));
  const task: Task = {
    ...{ flow, foot, watch, most, line, grid, room },
    window: openWindow(flow.content),
    pending: [...notes],
  };
  while (hasText(task)) {
    flow.setSize(flow.fullSize);
    const plan = planWindow(flow, task.window, room);
    const free = footSize(foot) > 0 ? 0 : Math.min(plan.complete, firstCall(task), most);
    if (free === 0) yield settle(task);
    else {
      watch?.(flow, free);
      for (const text of takeColumns(flow, plan, free)) yield { text };
    }
  }
  // Calls in hidden blocks have no page: their notes come last rather than never.
  for (const { note } of task.pending) foot.list.append(note);
  while (foot.list.firstChild)
    yield { text: document.createDocumentFragment(), notes: takeNotes(foot, flow.fullSize, true) };
}

const hasText = ({ flow, window }: Task) => window.later.length > 0 || flow.content.firstChild !== null;

/** The first column that calls a note. */
function firstCall({ flow, pending }: Task): number {
  const columns = pending.flatMap(({ call }) => [...call.getClientRects()].map(flow.columnOf));
  return Math.min(...columns, Number.POSITIVE_INFINITY);
}

/** One page with notes: finds the height of its text, takes that, and fills the foot with the notes it calls. */
function settle(task: Task): PageContent {
  const { flow, foot, grid } = task;
  const most = Math.max(leastText(task), wholeLines(flow.fullSize - footSize(foot), grid));
  let plan = planAt(task, most);
  let size = most;
  for (const choice of choices(task, callsOf(task), most)) {
    size = choice.size;
    plan = planAt(task, size);
    // A line may move overleaf because it would be alone, and its note with it: then the next choice.
    if (callsOf(task).length >= choice.calls) break;
  }
  const calls = callsOf(task);
  // A heading that is kept with its first line pulls that over the edge.
  size = Math.max(size, ...calls.map(({ end }) => end));
  const called = new Set(calls.map(({ called }) => called));
  task.pending = task.pending.filter((one) => {
    if (called.has(one)) foot.list.append(one.note);
    return !called.has(one);
  });
  // The end of a galley needs less space than it was given.
  if (plan.columns === 1 && task.window.later.length === 0) size = Math.min(size, textSize(flow));
  task.watch?.(flow, 1);
  const [text] = takeColumns(flow, plan, 1);
  if (!foot.list.firstChild) return { text: text! };
  return { text: text!, notes: takeNotes(foot, flow.fullSize - size, false) };
}

/** Minimum height of text on a page, however many notes it inherits. */
const leastText = ({ flow, line }: Task) => Math.max(1, Math.floor(flow.fullSize / line / 4)) * line;

const wholeLines = (size: number, grid: number) => Math.floor(size / grid + 0.01) * grid;

function planAt({ flow, window, room }: Task, size: number): Plan {
  // Half a pixel against rounding: a line that fits exactly must fit.
  flow.setSize(Math.min(size + 0.5, flow.fullSize));
  return planWindow(flow, window, room);
}

function textSize({ content }: Flow): number {
  const { width, height } = content.getBoundingClientRect();
  return getComputedStyle(content).writingMode.startsWith('vertical') ? width : height;
}

function callsOf({ flow, pending, grid }: Task): Call[] {
  const calls = pending.flatMap((called): Call[] => {
    const box = [...called.call.getClientRects()].findLast((one) => flow.columnOf(one) === 0);
    if (!box) return [];
    const end = grid > 1 ? flow.endOf(box) : lineEnd(flow, called.call, box);
    return [{ called, end: Math.ceil(end / grid - 0.01) * grid }];
  });
  return calls.sort((one, other) => one.end - other.end);
}

/** End of the line with a call, whatever the call's own size: its block is a stack of equal lines. */
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

/** A height of the text, and the number of notes that it then calls. */
interface Choice {
  size: number;
  calls: number;
}

/**
 * Heights to try, best first: as much text as its notes leave space for. The last note may continue overleaf, but not
 * if that gains less than a line.
 */
function choices({ flow, foot, line, grid }: Task, calls: Call[], most: number): Choice[] {
  if (calls.length === 0) return [];
  const inherited = foot.list.children.length;
  foot.list.append(...calls.map(({ called }) => called.note));
  const ends = noteEnds(foot).slice(inherited);
  for (const { called } of calls) called.note.remove();
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
