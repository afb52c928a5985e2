import { basename, resolve } from 'node:path';
import { type Said, say } from '../article/words/say.js';
import { newBrowserPool } from '../chromium/browser-pool.js';
import { findPublication, pickIssues } from '../config.js';
import { openPreview } from '../preview/server/server.js';
import { type ExitCode, spoken, type Terminal } from './command.js';
import { newWorkshop } from './preview/workshop.js';

export interface PreviewArguments {
  port?: number;
  /** An address to listen on besides loopback. */
  host?: string;
  browser?: string;
  /** Folder for pictures of the desk; the preview ends when they are taken. */
  look?: string;
  /** The only picture that is taken. */
  scene?: string;
}

/** `chongpai preview`: the pages on the screen, until Ctrl-C. */
export async function previewIssue(
  asked: string | undefined,
  { port, host, browser, look, scene }: PreviewArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = findPublication(terminal.cwd);
  // The latest, since most publications name their issues by date.
  // A publication without one begins at the desk.
  const issue =
    place.issues.length === 0 && asked === undefined
      ? ''
      : basename(pickIssues(place, asked === undefined ? [] : [asked]).at(-1)!);
  const line = (said: Said) => terminal.line(spoken(terminal, said));
  const pool = newBrowserPool({ path: browser, isOnline: look !== undefined });
  try {
    void pool.warm();
    const workshop = newWorkshop(place.root, issue, { pool });
    const preview = await openPreview(workshop, { port, host, pool, line });
    if (host !== undefined && !/^(?:127\.|localhost$|::1$)/.test(host)) line(say('open-to-all', host));
    if (look !== undefined) {
      const { takePictures } = await import('../preview/layout/look.js');
      const made = await takePictures(preview.url, resolve(terminal.cwd, look), { pool, only: scene });
      await preview.close();
      terminal.result(`${made.join('\n')}\n`);
      return 0;
    }
    terminal.result(`${preview.url}\n`);
    preview.begin();
    line(say('ends-preview'));
    // Ends with the process: Ctrl-C leaves, and the browser follows when its pipe closes.
    await new Promise(() => undefined);
    return 0;
  } finally {
    await pool.close();
  }
}
