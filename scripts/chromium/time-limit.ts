/**
 * Waits for work in a tab, but not for ever: a tab that hangs gives no sign.
 *
 * @throws the error of `late` when the work has not ended after `ms` milliseconds.
 */
export async function withinTime<T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    // Errors after the tab was closed are ignored.
    work.catch(() => undefined);
  }
}
