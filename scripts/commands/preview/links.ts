import { readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';

/**
 * Refuses symbolic links that lead out of a publication: its files may come from somebody else, and the preview shows
 * what they say to everybody who may look.
 *
 * @param folders folders of the publication that are read, with all that is in them
 * @throws a problem that names the link.
 */
export function refuseLinksOut(root: string, folders: readonly string[]): void {
  const home = realpathSync(root) + sep;
  for (const folder of folders)
    for (const entry of entriesOf(folder)) {
      if (!entry.isSymbolicLink()) continue;
      const path = join(entry.parentPath, entry.name);
      if (!targetOf(path).startsWith(home))
        throw problem(say('link-outside', relative(root, path)), {
          path,
          note: say('copy-instead'),
          ruleId: 'link',
        });
    }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return []; // a publication need not have styles of its own
  }
}

/** A link that leads nowhere leads nowhere bad. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
