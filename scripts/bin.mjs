#!/usr/bin/env node
/**
 * The launcher: bundles scripts/ to build/js when a file has changed since the last run or the bundle is damaged, then
 * runs cli in a process that it watches over (supervise.mjs).
 * Node 20 cannot read TypeScript, and a loader at run time would cost 200 ms at every start. Libraries
 * are bundled too: node takes 1.5 s to find and read the thousand files that a build loads, and .8 s for the same in
 * thirty.
 */
import { createHash } from 'node:crypto';
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
import { supervise } from './supervise.mjs';

const scripts = dirname(fileURLToPath(import.meta.url));
const out = join(scripts, '..', 'build', 'js');
/** Inputs and content of the bundle, and the key that cached books depend on. */
const about = join(out, 'program.json');

const sources = filesIn(scripts);
const manifest = join(scripts, '..', 'package.json');
// The last is written by every `npm install`: another version of a library is another program. A package has neither.
const locks = ['package-lock.json', 'node_modules/.package-lock.json']
  .map((name) => join(scripts, '..', name))
  .filter(existsSync);
/** Files of its own folder that the program reads at run time. */
const data = sources.filter((file) => file.endsWith('.br'));
const inputs = [...sources, manifest, ...locks];
/** State before bundling: a file that is saved meanwhile counts as changed at the next run. */
const stamps = hash(inputs.map(stampOf));

if (!isCurrent()) await bundle();
await supervise(join(scripts, 'run.mjs'), join(out, 'cli.js'));

/** True if the bundle is of these files, and undamaged. Files are read only where their times do not tell. */
function isCurrent() {
  try {
    const known = JSON.parse(readFileSync(about, 'utf8'));
    const outputs = filesIn(out).filter((file) => file !== about);
    const written = hash(outputs.map(stampOf));
    if (known.stamps === stamps && known.written === written) return true;
    if (known.sources !== contentOf([...sources, manifest]) || known.outputs !== contentOf(outputs))
      return false;
    if (locks.length > 0 && known.locks !== contentOf(locks)) return false;
    keepIfPossible({ ...known, stamps, written });
    return true;
  } catch {
    return false; // absent or damaged: it is made again
  }
}

/** An installed package may be read-only: its files are then read at each start, which takes 40 ms. */
function keepIfPossible(known) {
  const fresh = `${about}.${process.pid}.tmp`;
  try {
    writeFileSync(fresh, JSON.stringify(known));
    renameSync(fresh, about);
  } catch {
    rmSync(fresh, { force: true });
  }
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function stampOf(file) {
  const { size, mtimeMs, ctimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs} ${ctimeMs}`;
}

function contentOf(files) {
  return hash(files.flatMap((file) => [file.slice(scripts.length - 'scripts'.length), readFileSync(file)]));
}

function hash(parts) {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\n');
  return sum.digest('hex');
}

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
  describe(fresh);
  // Another first run was faster: its copy is as good, and perhaps running already.
  if (isCurrent()) return rmSync(fresh, { recursive: true, force: true });
  const old = `${out}.old.${process.pid}`;
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(fresh, out);
  } catch (error) {
    if (!existsSync(about)) throw error; // another first run was faster: its copy is as good
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

/** Writes beside the bundle its inputs, and its key: a hash of its content. */
function describe(fresh) {
  const names = filesIn(fresh).map((file) => file.slice(fresh.length));
  const files = names.map((name) => `${fresh}${name}`);
  const outputs = hash(names.flatMap((name) => [`build/js${name}`, readFileSync(`${fresh}${name}`)]));
  const known = {
    key: hash([outputs, ...[manifest, ...locks, ...data].map((file) => readFileSync(file))]),
    sources: contentOf([...sources, manifest]),
    locks: contentOf(locks),
    outputs,
    stamps,
    written: hash(files.map((file, index) => stampOf(file).replace(file, `${out}${names[index]}`))),
  };
  writeFileSync(join(fresh, 'program.json'), JSON.stringify(known));
}

/** Entry points: the command line, the two libraries, a thread's program, the benches. */
function entries() {
  const benches = sources.filter((file) =>
    /bench\/(?:index|([a-z]+)\/\1)\.ts$/.test(file.replaceAll('\\', '/')),
  );
  return [
    ...[
      'cli.ts',
      'build-book.ts',
      'restore/index.ts',
      'edition/convert/convert.ts',
      'prepress/look/looker.ts',
    ].map((name) => join(scripts, name)),
    ...benches,
  ];
}

/** Packages that read files of their own (binaries, WebAssembly), and those that only developers have. */
function unbundled() {
  const { devDependencies } = JSON.parse(readFileSync(join(scripts, '..', 'package.json'), 'utf8'));
  const withFiles = [
    '@jsquash/jpeg',
    '@sparticuz/chromium',
    'esbuild',
    'fontverter',
    'harfbuzzjs',
    'puppeteer',
    'subset-font',
  ];
  return [...withFiles, ...Object.keys(devDependencies)].flatMap((name) => [name, `${name}/*`]);
}
