import { dropEarly, type Early, isInPlace, nextEarly } from '../feet/early-ends.browser.js';
import { fitNextFigure } from './fit-next-figure.browser.js';
import { type Flow, type Plan, takeColumns } from './flow.browser.js';
import { callsOf, endsOf, planAt, settledSize, type Task, wholeLines } from './note-room.browser.js';
import { type CalledNote, footSize, takeNotes } from './page-notes.browser.js';
import { fitNextPlate, fitPlates } from './plates.browser.js';
import { isSecondHalfNext } from './spreads.browser.js';
import { usedSize } from './used-size.browser.js';
import { openWindow } from './window.browser.js';

/** The content of one page. */
export interface PageContent {
  text: DocumentFragment;
  /** The notes at its foot, and the height at which they end above it, in px, to be level with the facing page. */
  notes?: DocumentFragment;
  raised?: number;
  /** 对照: the language of a facing page. */
  language?: 'first' | 'second';
}

/** Where pages are made; `most` is 1 where each page may have a size of its own. */
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
  fitPlates(task);
  while (hasText(task)) {
    let plan = planAt(task, flow.fullSize);
    if (fitNextPlate(task)) plan = planAt(task, flow.fullSize);
    plan = withoutStrayEnd(task, plan);
    const freeOf = () =>
      isSecondHalfNext(flow)
        ? 1
        : footSize(foot) > 0
          ? 0
          : Math.min(plan.complete, firstCall(task), most, untilEarly(flow));
    let free = freeOf();
    while (free > 0 && fitNextFigure(task, flow.fullSize, free)) {
      plan = planAt(task, flow.fullSize);
      free = freeOf();
    }
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

/** Pages before the one that ends early, or that one. */
const untilEarly = (flow: Flow) => {
  const early = nextEarly(flow.content, flow);
  return early ? Math.max(1, early.column - 1) : Number.POSITIVE_INFINITY;
};

/** The plan without an end of its first page that was planned for another one. */
function withoutStrayEnd(task: Task, plan: Plan & { complete: number }): Plan & { complete: number } {
  const { flow, foot, line } = task;
  const early = nextEarly(flow.content, flow);
  if (early?.column !== 1 || footSize(foot) > 0 || firstCall(task) === 0) return plan;
  const white = flow.fullSize - usedSize(task);
  if (isInPlace(early, { white, line, hasNotes: false })) return plan;
  dropEarly(early.head);
  return withoutStrayEnd(task, planAt(task, flow.fullSize));
}

/** 齐脚: a page with notes that ends early, so that they end as early as the facing page. */
function settleEarly(task: Task, early: Early, chosen: number): PageContent {
  const { flow, foot, line } = task;
  const calls = callsOf(task);
  const notes = endsOf(foot, calls).at(-1)?.whole ?? footSize(foot);
  const white = Math.max(chosen, ...calls.map(({ end }) => end)) - usedSize(task);
  const rest = flow.fullSize - chosen - notes;
  const short = early.missing * line;
  if (!isInPlace(early, { white: white + Math.max(0, rest), line, hasNotes: notes > 0 })) {
    dropEarly(early.head);
    return settle(task);
  }
  const shorter: Task = { ...task, flow: { ...flow, fullSize: flow.fullSize - short }, isShort: true };
  const page = settle(shorter);
  task.pending = shorter.pending;
  return { ...page, raised: short };
}

/** One page with notes: finds the height of its text, takes that, and fills the foot with the notes it calls. */
function settle(task: Task): PageContent {
  const { flow, foot, grid } = task;
  const chosen = settledSize(
    task,
    Math.max(leastText(task), wholeLines(flow.fullSize - footSize(foot), grid)),
  );
  const plan = chosen === undefined ? undefined : planAt(task, chosen);
  // With a smaller figure on it the page may hold more text, and other notes.
  if (chosen !== undefined && fitNextFigure(task, chosen, 1)) return settle(task);
  const early = task.isShort || chosen === undefined ? undefined : nextEarly(flow.content, flow);
  if (early?.column === 1) return settleEarly(task, early, chosen!);
  // What an earlier page has left of its notes goes first: the text gives way.
  if (chosen === undefined || !plan || (foot.list.firstChild && isTooHigh(flow, chosen)))
    return { text: document.createDocumentFragment(), notes: takeNotes(foot, flow.fullSize, true) };
  const calls = callsOf(task);
  // A head that must not part from its first line pulls that over the edge.
  let size = Math.max(chosen, ...calls.map(({ end }) => end));
  const called = new Set(calls.map(({ called }) => called));
  task.pending = task.pending.filter((one) => {
    if (called.has(one)) foot.list.append(one.note);
    return !called.has(one);
  });
  // The end of a galley needs less space than it was given, and so does text before a forced break.
  if (plan.columns === 1 && task.window.later.length === 0) size = Math.min(size, textSize(flow));
  else if (footSize(foot) > flow.fullSize - size) size = Math.min(size, usedSize(task));
  task.watch?.(flow, 1);
  const [text] = takeColumns(flow, plan, 1);
  const notes = takeNotes(foot, flow.fullSize - size, false);
  // Where nothing of them has room there is no rule either.
  return notes.firstChild ? { text: text!, notes } : { text: text! };
}

/**
 * True if the page begins with something that cannot be split and is too large: a rotated table or a plate needs a page
 * without notes from earlier pages.
 */
function isTooHigh(flow: Flow, size: number): boolean {
  for (let at: Element | undefined = flow.content; at; ) {
    const boxes: { child: Element; box: DOMRect | undefined }[] = [...at.children].map((child) => ({
      child,
      box: child.getClientRects()[0],
    }));
    const next: (typeof boxes)[number] | undefined = boxes.find(
      ({ box }) => box && box.width > 0 && box.height > 0,
    );
    if (!next?.box || flow.columnOf(next.box) > 0) return false;
    if (flow.endOf(next.box) > size + 1.5 || isPartedPlate(next.child, flow)) return true;
    at = next.child;
  }
  return false;
}

const isPartedPlate = (element: Element, { columnOf }: Flow) =>
  element.matches('.plate') && [...element.getClientRects()].some((box) => columnOf(box) > 0);

/** Minimum height of text on a page, however many notes it inherits. */
const leastText = ({ flow, line }: Task) => Math.max(1, Math.floor(flow.fullSize / line / 4)) * line;

function textSize({ content }: Flow): number {
  const { width, height } = content.getBoundingClientRect();
  return getComputedStyle(content).writingMode.startsWith('vertical') ? width : height;
}
