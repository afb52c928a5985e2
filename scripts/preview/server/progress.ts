/** The progress of a book's layout: finished galleys, and all galleys. */
export interface LayoutProgress {
  done: number;
  total: number;
}

/** Tells followers about the progress, at most a few times a second. */
export function newProgress() {
  const followers = new Set<(progress: LayoutProgress) => void>();
  let last = 0;
  return {
    tell(done: number, total: number): void {
      if (Date.now() - last < leastMs) return;
      last = Date.now();
      for (const told of followers) told({ done, total });
    },
    follow(told: (progress: LayoutProgress) => void): () => void {
      followers.add(told);
      return () => followers.delete(told);
    },
  };
}

/** Nobody reads updates that come faster. */
const leastMs = 250;

export type Progress = ReturnType<typeof newProgress>;
