import type { ShownBook } from './lay-out.js';
import { keyOf, type Making } from './show-book.js';
import type { Wanted } from './workshop.js';

/** The first pages that were requested, by their book. */
export type Heads = Map<string, { revision: number; head: Promise<ShownBook | undefined> }>;

/**
 * The first pages of a long book that is shown for the first time, while the whole is being made. They are made once,
 * however often they are requested. Undefined for a short book, and for one with a fault, which the whole book reports.
 */
export async function showHead(
  { workshop, layout, states, heads, changes }: Making & { heads: Heads },
  wanted: Wanted,
): Promise<ShownBook | undefined> {
  const key = keyOf(wanted);
  if (states.has(key)) return undefined;
  const revision = changes.revision();
  const known = heads.get(key);
  if (known?.revision === revision) return known.head;
  const make = async () => {
    const first = await workshop.firstPages(wanted);
    // A tab may have asked for the desk meanwhile.
    await new Promise<void>((resolve) => setImmediate(resolve));
    return first && (await layout.showFirst(first));
  };
  const head = make().catch(() => undefined);
  heads.set(key, { revision, head });
  return head;
}
