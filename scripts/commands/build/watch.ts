import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { VFileMessage } from 'vfile-message';
import { say } from '../../article/words/say.js';
import { findPublication } from '../../config.js';
import { watchChanges } from '../../preview/server/changes.js';
import { buildIssues } from '../build.js';
import { spoken, type Terminal } from '../command.js';
import { explain } from '../tell/explain.js';
import type { BuildArguments } from './arguments.js';

/**
 * `chongpai build --watch`: builds, and builds again after each change of manuscript or styles, until it is
 * interrupted. Only editions with another input are made again; the others come from the cache.
 *
 * @throws when the command is used wrongly or there is no publication. Later mistakes in files are reported, and it
 *   waits until they are mended.
 */
export async function watchIssues(
  asked: string[],
  options: BuildArguments,
  terminal: Terminal,
): Promise<never> {
  const { root } = findPublication(terminal.cwd);
  const folders = ['manuscript', 'styles'].map((name) => join(root, name)).filter(existsSync);
  const changes = await watchChanges(folders);
  await buildIssues(asked, options, terminal);
  for (let known = 1; ; ) {
    terminal.line(spoken(terminal, say('build-waits')));
    known = await changeAfter(known, changes);
    try {
      await buildIssues(asked, options, terminal);
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      terminal.line(spoken(terminal, say('line-error', explain(error, terminal.language))));
    }
  }
}

/** Waits until something has changed since a revision; a change while a build ran is one. */
function changeAfter(
  known: number,
  { revision, follow }: Pick<Awaited<ReturnType<typeof watchChanges>>, 'revision' | 'follow'>,
): Promise<number> {
  if (revision() > known) return Promise.resolve(revision());
  return new Promise((resolve) => {
    const leave = follow((now) => {
      leave();
      resolve(now);
    });
  });
}
