/**
 * 时限 of a step of the browser over a document: its start on a busy machine, and thirty times what layout or print of
 * so much HTML takes (1,000 pages, 1.5 million characters, 10 s). What takes longer has hung.
 */
export const stepLimitMs = (characters: number): number => Math.round(30_000 + characters / 5);

/** Characters of a document; embedded fonts and pictures count for a hundredth, since they are only decoded. */
export function weightOf(html: string): number {
  let embedded = 0;
  for (const { 0: data } of html.matchAll(/;base64,[\w+/=]+/g)) embedded += data.length;
  return html.length - 0.99 * embedded;
}

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
