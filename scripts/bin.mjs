#!/usr/bin/env node
/**
 * The launcher: bundles scripts/ to build/js when a file is newer than the last run, then hands over to cli. Node 20
 * cannot read TypeScript, and a loader at run time would cost 200 ms at every start. Libraries are bundled too: node
 * takes 1.5 s to find and read the thousand files that a build loads, and .8 s for the same in thirty.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = dirname(fileURLToPath(import.meta.url));
const out = join(scripts, '..', 'build', 'js');
const stamp = join(out, '.stamp');

const sources = readdirSync(scripts, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
// The last is written by every `npm install`: another version of a library is another program.
const installed = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json']
  .map((name) => join(scripts, '..', name))
  .filter(existsSync);
const newest = Math.max(...[...sources, ...installed].map((file) => statSync(file).mtimeMs));
const list = String(sources.length);

if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest || statSync(stamp).size !== list.length + 1)
  await bundle();
const { main } = await import(new URL('../build/js/cli.js', import.meta.url).href);
await main(process.argv);

/** Writes to a folder of its own and renames it, so that two first runs at once cannot meet half a program. */
async function bundle() {
  const { build } = await import('esbuild');
  const fresh = `${out}.${process.pid}`;
  try {
    mkdirSync(fresh, { recursive: true });
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: there is no terminal of ours yet
    console.error(`error: chongpai prepares itself in ${out}, which cannot be written (${error.code})`);
    process.exit(1);
  }
  await build({
    entryPoints: entries(),
    outdir: fresh,
    outbase: scripts,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    external: unbundled(),
    sourcemap: 'linked',
    sourcesContent: false,
    // Libraries in the older format of modules ask for these.
    banner: {
      js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);",
    },
    logLevel: 'error',
  });
  writeFileSync(join(fresh, '.stamp'), `${list}\n`);
  const old = `${out}.old.${process.pid}`;
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(fresh, out);
  } catch (error) {
    if (!existsSync(stamp)) throw error; // another first run was quicker: its copy is as good
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

/** What is imported from outside or by name: the command line, the two libraries, the benches. */
function entries() {
  const benches = sources.filter((file) =>
    /bench\/(?:index|([a-z]+)\/\1)\.ts$/.test(file.replaceAll('\\', '/')),
  );
  return [
    ...['cli.ts', 'restore/index.ts', 'edition/convert/convert.ts'].map((name) => join(scripts, name)),
    ...benches,
  ];
}

/** Packages that bring files of their own (binaries, WebAssembly), and those that only developers have. */
function unbundled() {
  const { devDependencies } = JSON.parse(readFileSync(join(scripts, '..', 'package.json'), 'utf8'));
  const withFiles = [
    '@node-rs/jieba',
    '@sparticuz/chromium',
    'esbuild',
    'harfbuzzjs',
    'puppeteer',
    'subset-font',
  ];
  return [...withFiles, ...Object.keys(devDependencies)].flatMap((name) => [name, `${name}/*`]);
}
