#!/usr/bin/env node
/**
 * The launcher: bundles scripts/ to build/js (bundle.mjs) when a file has changed since the last run or the bundle is
 * damaged, and meanwhile starts a process that it watches over (supervise.mjs), in which the program runs. A build of what
 * has not changed is answered here, before that process begins.
 * Node 20 cannot read TypeScript, and a loader at run time would cost 200 ms at every start.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = dirname(fileURLToPath(import.meta.url));
const out = join(scripts, '..', 'build', 'js');
/** Inputs and content of the bundle, and the key that cached books depend on. */
const about = join(out, 'program.json');
/** Files of a publication: of an archive something has changed nearly always. */
const mostCompared = 2_000;

/** Looks at the program, and makes it if it is not of these files; false if it had to. */
const ready = async () => {
  const now = look();
  if (isCurrent(now)) return true;
  await bundleAnew(now);
  return false;
};
/** The same while the process that will run it starts; true if that has nothing to do. */
const readyOrDone = async () => {
  const isSame = await ready();
  if (!isSame || !mayStand(process.argv.slice(2))) return false;
  const { tellStanding } = await import('./run-program.mjs');
  return tellStanding(process.stderr);
};
if (isQuestion(process.argv.slice(2))) {
  await ready();
  const { runProgram } = await import('./run-program.mjs');
  await runProgram(process.stderr);
} else {
  const { supervise } = await import('./supervise.mjs');
  await supervise(join(scripts, 'run.mjs'), join(out, 'cli.js'), { ready: readyOrDone });
}

/** True for a question that is answered in no time, in this process: nobody has to watch over that. */
function isQuestion(words) {
  return words.length === 0 || /^(?:-V|--version|help|completion)$/.test(words[0]) || words.some(isHelp);
}

/**
 * True for a build in whose publication no file is newer than its last report: perhaps nothing has changed, and it is
 * worth .06 s to compare. `npm run` starts us in its own folder.
 */
function mayStand(words) {
  const root = words.includes('build') && publicationAbove(process.env.INIT_CWD ?? process.cwd());
  if (!root) return false;
  try {
    const reports = readdirSync(join(root, 'build')).map((issue) =>
      join(root, 'build', issue, 'report.json'),
    );
    const last = Math.max(...reports.filter(existsSync).map((file) => statSync(file).mtimeMs));
    const files = ['manuscript', 'styles']
      .map((name) => join(root, name))
      .flatMap((folder) => filesIn(folder, mostCompared));
    return files.length < mostCompared && files.every((file) => statSync(file).mtimeMs <= last);
  } catch {
    return false; // never built, or not to be read: the build tells
  }
}

function publicationAbove(folder) {
  if (existsSync(join(folder, 'manuscript'))) return folder;
  return dirname(folder) === folder ? undefined : publicationAbove(dirname(folder));
}

function isHelp(word) {
  return word === '-h' || word === '--help';
}

/** The files that go into the bundle, and the state of them. */
function look() {
  const sources = filesIn(scripts);
  const manifest = join(scripts, '..', 'package.json');
  // The last is written by every `npm install`: another version of a library is another program. A package has neither.
  const locks = ['package-lock.json', 'node_modules/.package-lock.json']
    .map((name) => join(scripts, '..', name))
    .filter(existsSync);
  // Before bundling: a file that is saved meanwhile counts as changed at the next run.
  const stamps = hash([...sources, manifest, ...locks].map(stampOf));
  return { sources, manifest, locks, stamps };
}

/** True if the bundle is of these files, and undamaged. Files are read only where their times do not tell. */
function isCurrent({ sources, manifest, locks, stamps }) {
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

/** Node's own recursion takes six times as long at its first call. None of a folder that is not there. */
function filesIn(folder, most = Number.POSITIVE_INFINITY) {
  const files = [];
  for (const folders = existsSync(folder) ? [folder] : []; folders.length > 0 && files.length < most; ) {
    const parent = folders.pop();
    for (const entry of readdirSync(parent, { withFileTypes: true })) {
      const path = join(parent, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() && !entry.name.endsWith('.tmp')) files.push(path);
    }
  }
  return files.sort();
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

async function bundleAnew(now) {
  const { bundle } = await import('./bundle.mjs');
  const { sources } = now;
  await bundle({
    ...{ scripts, sources, out, about },
    isCurrent: () => isCurrent(now),
    describe: (fresh) => describe(fresh, now),
  });
}

/** Writes beside the bundle its inputs, and its key: a hash of its content. */
function describe(fresh, { sources, manifest, locks, stamps }) {
  const names = filesIn(fresh).map((file) => file.slice(fresh.length));
  const files = names.map((name) => `${fresh}${name}`);
  const outputs = hash(names.flatMap((name) => [`build/js${name}`, readFileSync(`${fresh}${name}`)]));
  // Files of its own folder that the program reads at run time.
  const data = sources.filter((file) => file.endsWith('.br'));
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
