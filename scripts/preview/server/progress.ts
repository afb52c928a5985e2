/** How far the layout of a book has come: galleys that are done, of all. */
export interface LayoutProgress {
  done: number;
  total: number;
}

/** Tells followers how far the work is, at most some times a second. */
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

/** Nobody reads faster. */
const leastMs = 250;

export type Progress = ReturnType<typeof newProgress>;
