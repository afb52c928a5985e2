import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { Loader, Plugin } from 'esbuild';
import { packageRoot } from '../article/package-root.js';
import { hash, readEntry, writeEntry } from './cache-entry.js';
import { stampOf } from './content-key.js';

/** Code for a tab: one script, and its fingerprint, which is part of the key of cached pages. */
export interface BrowserCode {
  script: string;
  /** SHA-256 of the script. */
  key: string;
}

/** Names of the bundles: each is a `NAME.browser.ts` and becomes `globalThis.chongpai.…`. */
export type Bundle =
  | 'typeset/page-box/paged'
  | 'typeset/pages/layout'
  | 'preview/desk/desk'
  | 'bench/specs/specs'
  | 'bench/typography/floors';

/** A cached script, with the content hashes of all files that went into it, and the signs that these are unchanged. */
interface Kept extends BrowserCode {
  inputs: Record<string, string>;
  stamp: string;
}

/** The scripts of this run: editions ask for them at each stage. */
const known = new Map<Bundle, Kept>();

/**
 * A `*.browser.ts` file with all that it imports, bundled for a tab. Bundled at the first call (0.2 s) and kept in
 * the cache until the content of one of its input files, our own or a library's, changes.
 */
export async function browserCode(bundle: Bundle): Promise<BrowserCode> {
  const entry = `${hash([bundle, packageRoot])}.json`;
  const former = known.get(bundle) ?? readEntry<Kept>('js', entry);
  const current = (former && stillCurrent(former)) ?? (await bundleAnew(bundle));
  known.set(bundle, current);
  if (current !== former) writeEntry('js', entry, current);
  return current;
}

/** The same script, if its inputs have the same content. They are read only where their signs do not tell. */
function stillCurrent(kept: Kept): Kept | undefined {
  try {
    const stamp = stampOf(Object.keys(kept.inputs));
    if (stamp === kept.stamp) return kept;
    return haveContent(kept.inputs) ? { ...kept, stamp } : undefined;
  } catch {
    return undefined; // a file is gone
  }
}

const haveContent = (inputs: Kept['inputs']) =>
  Object.entries(inputs).every(([path, key]) => sha256(readFileSync(path)) === key);

/** Number of bundles being made: the bundler, which would stay with .1 GB, ends with the last. */
let bundling = 0;

async function bundleAnew(bundle: Bundle): Promise<Kept> {
  const { stop } = await import('esbuild');
  bundling++;
  try {
    return await bundled(bundle);
  } finally {
    if (--bundling === 0) await stop();
  }
}

async function bundled(bundle: Bundle): Promise<Kept> {
  const { build } = await import('esbuild');
  const inputs: Record<string, string> = {};
  const { outputFiles } = await build({
    entryPoints: [join(packageRoot, 'scripts', `${bundle}.browser.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'chongpai',
    alias: { pagedjs: bundledPagedjs() },
    // No newer than the embedded browser; later ones run it too.
    target: 'chrome125',
    logLevel: 'error',
    charset: 'utf8',
    // A megabyte of code takes a tab .3 s to read, mostly blanks in data tables; names stay, for traces.
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [noting(inputs)],
  });
  for (const path of toolsOfBundling()) inputs[path] = sha256(readFileSync(path));
  const script = outputFiles[0]!.text;
  // One that was saved meanwhile is read at the next call.
  const stamp = stampOf(Object.keys(inputs));
  return { inputs, script, key: sha256(script), stamp: haveContent(inputs) ? stamp : '' };
}

/** Records the content of each file that goes into a bundle, as it is read. */
function noting(inputs: Record<string, string>): Plugin {
  return {
    name: 'noting',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.(ts|js|mjs|cjs|json)$/ }, async ({ path }) => {
        const contents = await readFile(path);
        inputs[path] = sha256(contents);
        return { contents, loader: loaders[extname(path)]! };
      }),
  };
}

const loaders: Readonly<Record<string, Loader>> = {
  '.ts': 'ts',
  '.js': 'js',
  '.mjs': 'js',
  '.cjs': 'js',
  '.json': 'json',
};

/** Further inputs of a bundle: the bundler's version and its options, which are in this file. */
function toolsOfBundling(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return [resolve('esbuild/package.json'), join(packageRoot, 'scripts', 'chromium', 'browser-code.ts')];
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Paged.js in one file, as its authors ship it: its sources would need polyfills. */
function bundledPagedjs(): string {
  const entry = createRequire(import.meta.url).resolve('pagedjs');
  return join(entry, '..', '..', 'dist', 'paged.esm.js');
}
