/** Runs the command line's programs, from their bundles. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProgram } from './load-program.mjs';

const build = join(dirname(fileURLToPath(import.meta.url)), '..', 'build');

/**
 * Runs our command line in this process.
 *
 * @param {NodeJS.WriteStream} errors standard error: a terminal, a pipe or a file
 */
export async function runProgram(errors) {
  const { program, keep } = await load(process.argv[2] ?? '');
  await program.main(process.argv, errors);
  keep();
}

/** True if the command line is a build that has nothing to do, and this has said so. */
export async function tellStanding(errors) {
  const { program, keep } = loadBundle('standing');
  const isStanding = await program.tellStanding(process.argv, errors);
  keep();
  return isStanding;
}

/** The benches are modules beside the library's, in a folder for each, and are run from there. */
async function load(command) {
  if (process.argv.includes('bench'))
    return { program: await import('../build/js/cli.js'), keep: () => undefined };
  return loadBundle(/^(?:-V|--version)$/.test(command) ? 'version' : 'program', command);
}

/**
 * Loads a bundle of `bundle.mjs`. Each command has its own code: `names` does not wait for that of a build.
 *
 * @param {string} name
 * @param {string} command
 */
export function loadBundle(name, command = name) {
  const { key } = JSON.parse(readFileSync(join(build, 'js', 'program.json'), 'utf8'));
  return loadProgram({
    file: join(build, 'js', `${name}.cjs`),
    key: `${key} ${command}`,
    folder: codeFolder(),
  });
}

/** As `cacheFolder`, which is part of the program. */
function codeFolder() {
  const { CHONGPAI_CACHE: wanted, XDG_CACHE_HOME: cache, LOCALAPPDATA: local } = process.env;
  const isInstalled = build.split(/[\\/]/).includes('node_modules');
  const own = isInstalled
    ? join(cache || local || join(homedir(), '.cache'), 'chongpai')
    : join(build, 'cache');
  return join(wanted || own, 'code');
}
