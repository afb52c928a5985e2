import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { writeFileAtomically } from '../article/manuscript.js';
import { packageRoot } from '../article/package-root.js';
import { cacheFolder } from './cache-folder.js';

/** Code for a tab: one script, and a fingerprint that cached pages depend on. */
export interface BrowserCode {
  script: string;
  key: string;
}

/** Names of the bundles: each is a `NAME.browser.ts` and becomes `globalThis.chongpai.…`. */
export type Bundle =
  | 'typeset/pages/paged'
  | 'typeset/pages/layout'
  | 'preview/desk/desk'
  | 'bench/specs/specs';

/**
 * A `*.browser.ts` file with all that it imports, bundled for a tab. Bundled at the first call (0.2 s) and kept in
 * the cache under a fingerprint of every file that may be in it.
 */
export async function browserCode(bundle: Bundle): Promise<BrowserCode> {
  const key = fingerprintOf(bundle);
  const cached = join(cacheFolder('js'), `${bundle.replaceAll('/', '-')}-${key}.js`);
  if (existsSync(cached)) return { key, script: readFileSync(cached, 'utf8') };
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(packageRoot, 'scripts', `${bundle}.browser.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'chongpai',
    // The embedded browser's age; a newer one runs it too.
    target: 'chrome125',
    logLevel: 'error',
    charset: 'utf8',
    // A megabyte of code takes a tab .3 s to read, mostly blanks in data tables; names stay, for traces.
    minifyWhitespace: true,
    minifySyntax: true,
  });
  const script = outputFiles[0]!.text;
  writeFileAtomically(cached, script);
  return { key, script };
}

function fingerprintOf(bundle: Bundle): string {
  const hash = createHash('sha256').update(bundle);
  const own = join(packageRoot, 'scripts', bundle, '..');
  for (const folder of new Set([
    own,
    join(packageRoot, 'scripts', 'typeset'),
    join(packageRoot, 'scripts', 'text'),
    join(packageRoot, 'scripts', 'article'),
  ]))
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  const { resolve } = createRequire(import.meta.url);
  for (const library of ['esbuild/package.json']) hash.update(readFileSync(resolve(library)));
  return hash.digest('hex').slice(0, 16);
}
