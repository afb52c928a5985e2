import type { Changes } from './changes.js';

/** What is made at most once between two changes on the disk, however many ask for it. */
export function newOnceARevision({ revision }: Pick<Changes, 'revision'>) {
  const made = new Map<string, { revision: number; value: Promise<unknown> }>();
  return <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const now = revision();
    const known = made.get(key);
    if (known?.revision === now) return known.value as Promise<T>;
    const value = make();
    made.set(key, { revision: now, value });
    // What went wrong may go right the next time.
    value.catch(() => made.delete(key));
    return value;
  };
}

export type OnceARevision = ReturnType<typeof newOnceARevision>;
