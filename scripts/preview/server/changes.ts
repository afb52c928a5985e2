import { watch } from 'chokidar';

/** Editors write a file in several steps; events within this time are one change. */
const settleMs = 25;
/** A vanished file may come back within this time: some editors save by delete and rename. */
const vanishMs = 120;

/** Changes on disk, and their subscribers. */
export interface Changes {
  /** Grows with every change. */
  revision(): number;
  /** Calls `told` after each change; returns a function that unsubscribes. */
  follow(told: (revision: number) => void): () => void;
  /** Reports a change that we made ourselves: no need to wait for the disk. */
  note(): void;
  close(): Promise<void>;
}

/** Watches folders and files; several writes of one save count once. */
export async function watchChanges(paths: readonly string[]): Promise<Changes> {
  let revision = 1;
  let timer: NodeJS.Timeout | undefined;
  const followers = new Set<(revision: number) => void>();
  const note = () => {
    clearTimeout(timer);
    revision++;
    for (const told of followers) told(revision);
  };
  const watcher = watch([...paths], {
    ignoreInitial: true,
    atomic: false,
    // A link may lead anywhere: to a folder of a million files, or out of the publication.
    followSymlinks: false,
    ignored: (path) => /\.tmp$|\.sw[a-z]$|~$|[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(path),
  });
  watcher.on('all', (event) => {
    clearTimeout(timer);
    timer = setTimeout(note, event.startsWith('unlink') ? vanishMs : settleMs);
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    revision: () => revision,
    follow: (told) => {
      followers.add(told);
      return () => followers.delete(told);
    },
    note,
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
