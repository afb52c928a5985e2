import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page as Tab } from 'puppeteer';
import { scratchFolder, stepTimeoutMs } from './browser.js';

/** A document holds its pictures and fonts itself; whatever else a style names, a file or a server, is not loaded. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; script-src 'unsafe-inline'";

/**
 * Loads a document into a tab, from a file among the browser's own: handing 8 MB over the wire takes four times as
 * long.
 */
export async function loadDocument(tab: Tab, html: string): Promise<void> {
  const path = join(scratchFolder(tab.browser()), `${randomUUID()}.html`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  try {
    await writeFile(
      path,
      html.replace('<head>', () => `<head>${meta}`),
    );
    await tab.goto(pathToFileURL(path).href, { timeout: stepTimeoutMs });
  } finally {
    await rm(path, { force: true });
  }
}
