import type { Changes } from './changes.js';

/** Caches results that are made at most once between two changes on the disk, however many ask for them. */
export function newOnceARevision({ revision }: Pick<Changes, 'revision'>) {
  const made = new Map<string, { revision: number; value: Promise<unknown> }>();
  return <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const now = revision();
    const known = made.get(key);
    if (known?.revision === now) return known.value as Promise<T>;
    const value = make();
    made.set(key, { revision: now, value });
    // A failure may succeed the next time.
    value.catch(() => made.delete(key));
    return value;
  };
}

export type OnceARevision = ReturnType<typeof newOnceARevision>;
