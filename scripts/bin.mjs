#!/usr/bin/env node
/**
 * The launcher: transpiles scripts/ to build/js when a file is newer than the last run, then hands over to
 * cli. Node 20 cannot read TypeScript, and a loader at run time would cost 200 ms at every start.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
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
const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
const list = String(sources.length);

if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest || statSync(stamp).size !== list.length + 1)
  await transpile();
const { main } = await import(new URL('../build/js/cli.js', import.meta.url).href);
await main(process.argv);

/** Writes to a folder of its own and renames it, so that two first runs at once cannot meet half a program. */
async function transpile() {
  const { build } = await import('esbuild');
  const fresh = `${out}.${process.pid}`;
  try {
    mkdirSync(fresh, { recursive: true });
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: there is no terminal of ours yet
    console.error(`error: chongpai prepares itself in ${out}, which cannot be written (${error.code})`);
    process.exit(1);
  }
  const code = sources.filter((file) => file.endsWith('.ts') && !file.endsWith('.browser.ts'));
  const options = {
    outdir: fresh,
    outbase: scripts,
    logLevel: 'error',
    sourcemap: 'inline',
    target: 'es2022',
  };
  await build({ ...options, entryPoints: code, format: 'esm', platform: 'node', bundle: false });
  for (const file of sources.filter((name) => !/\.(ts|mjs)$/.test(name)))
    cpSync(file, join(fresh, file.slice(scripts.length)));
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
