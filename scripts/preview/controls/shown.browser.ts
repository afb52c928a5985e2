/** The revision on the screen, and those who wait for one. */
export function newShown() {
  let now = 0;
  let waiting: { revision: number; go: () => void }[] = [];
  return {
    tell(revision: number): void {
      now = Math.max(now, revision);
      const come = waiting.filter((one) => one.revision <= now);
      waiting = waiting.filter((one) => one.revision > now);
      for (const { go } of come) go();
    },
    reaches: (revision: number): Promise<void> =>
      new Promise((go) => {
        if (revision <= now) go();
        else waiting.push({ revision, go });
      }),
  };
}

export type Shown = ReturnType<typeof newShown>;
