import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../chromium/cache-folder.js';
import { findBrowser } from '../../chromium/find-browser.js';
import { unpackFonts } from '../../typeset/fonts/packed-fonts.js';

/** 靶场: the folders and the server with which attacks are tried. */
export interface Range {
  /** The folder that contains a folder for each attack. */
  root: string;
  /** A cache that holds only the unpacked browser and fonts at the start. */
  cache: string;
  /** The address of a server that must receive no request. */
  server: string;
  /** The requests that it received since the last call. */
  requests: () => string[];
  close: () => Promise<void>;
}

export async function newRange(): Promise<Range> {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-attacks-'));
  const cache = join(root, 'cache');
  await Promise.all([findBrowser(), unpackFonts()]);
  mkdirSync(cache);
  for (const name of ['browser', 'type']) symlinkSync(cacheFolder(name), join(cache, name));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    root,
    cache,
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => asked.splice(0),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
