import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import type { BenchOptions, Table } from '../table.js';
import { bareMachine, enter, megabytesOf, rootIn } from './bare-machine.js';
import { buildStage, type Image, stagesOf } from './dockerfile.js';

/** The folder of the machines: disposable, 2 GB. */
const place = join(packageRoot, 'build', 'bench', 'machine');

/**
 * 空机: chongpai on a machine that has nothing but Node and npm: the README's path from the packed chongpai, and the
 * steps of the Dockerfile with the size of its image and a book made in it. For Linux, as root, with `mmdebstrap` and
 * `bwrap` (bubblewrap). `--kinds path` or `image` runs one of them.
 */
export async function benchMachine({ kinds }: BenchOptions): Promise<Table[]> {
  const base = bareMachine(place);
  const wanted = (kind: string) => !kinds || kinds.includes(kind);
  return [...(wanted('path') ? [walkPath(base)] : []), ...(wanted('image') ? imageTables(base) : [])];
}

/** A separate machine for each subject; the copy shares files if the file system can. */
function copyOf(base: string, name: string): string {
  const folder = join(place, name);
  rmSync(folder, { recursive: true, force: true });
  execFileSync('cp', ['-a', '--reflink=auto', base, folder]);
  return folder;
}

function walkPath(base: string): Table {
  const folder = copyOf(base, 'path');
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: packageRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
  cpSync(pathFile, join(folder, 'path.sh'));
  const line = `bash /path.sh /${packed.split('\n').at(-1)}`;
  const told = enter({ ...rootIn(folder), user: 'node', env: { LANG: 'C.UTF-8' }, line });
  const rows = told
    .split('\n')
    .filter((one) => one.startsWith('step\t'))
    .map((one) => one.split('\t').slice(1));
  return {
    title: 'The steps of the README in a minimal Debian, as an unprivileged user',
    head: ['step', 's', 'CPU s', 'MB installed'],
    rows,
  };
}

// The script lies beside the source, not beside the bundle.
const pathFile = join(packageRoot, 'scripts', 'bench', 'machine', 'path.sh');

function imageTables(base: string): Table[] {
  const { image, seconds } = buildImage(base);
  const parts = {
    'the whole image': [],
    'of it Debian': undefined,
    'Node and npm': ['usr', 'local'],
    'packages of chongpai': ['opt', 'chongpai', 'node_modules'],
    'fonts of chongpai': ['opt', 'chongpai', 'styles', 'fonts'],
  };
  const whole = megabytesOf(image.folder);
  const local = megabytesOf(image.folder, 'usr', 'local');
  const opt = megabytesOf(image.folder, 'opt');
  const sizes = Object.entries(parts).map(([name, path]) => [
    name,
    `${path ? megabytesOf(image.folder, ...path) : whole - local - opt}`,
  ]);
  const run = runImage(image);
  return [
    { title: `The image, built in ${seconds} s`, head: ['part', 'MB'], rows: sizes },
    { title: 'chongpai build in the image, run as the user of the image', head: ['', ''], rows: run },
  ];
}

/** Runs the steps of the Dockerfile, each stage in a separate machine. */
function buildImage(base: string): { image: Image; seconds: number } {
  const started = Date.now();
  const stages = stagesOf(readFileSync(join(packageRoot, 'Dockerfile'), 'utf8'));
  const made = new Map<string | undefined, Image>();
  for (const [index, stage] of stages.entries()) {
    const folder = copyOf(base, `stage-${index + 1}`);
    const image = buildStage(stage, folder, {
      run: (at, line) => void enter({ ...at, line }),
      copy: (at, { from, sources, target }) => {
        const root = from === undefined ? packageRoot : made.get(from)!.folder;
        const inside = target.startsWith('/') ? join(at.folder, target) : join(at.folder, at.workdir, target);
        for (const source of sources) copyInto(join(root, source), inside);
        if (from !== undefined) return;
        for (const name of ignored().filter((one) => sources.some((source) => one.startsWith(`${source}/`))))
          rmSync(join(inside, name.slice(name.indexOf('/'))), { recursive: true, force: true });
      },
    });
    made.set(stage.name, image);
  }
  return { image: made.get(undefined)!, seconds: Math.round((Date.now() - started) / 1000) };
}

/** Copies a file or the contents of a folder into a folder, with permissions and owners. */
function copyInto(source: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const isFolder = statSync(source).isDirectory();
  execFileSync('cp', ['-a', '--reflink=auto', ...(isFolder ? ['-T', source, folder] : [source, folder])]);
}

/** Names of files that are never copied into an image. */
const ignored = (): string[] =>
  readFileSync(join(packageRoot, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

/** A publication in /paper, as `docker run -v "$PWD:/paper" chongpai build` has it. */
function runImage(image: Image): string[][] {
  const paper = join(place, 'paper');
  rmSync(paper, { recursive: true, force: true });
  mkdirSync(paper);
  execFileSync('chmod', ['1777', paper]);
  const mounts = { '/paper': paper };
  const inside = (line: string) => enter({ ...image, line, mounts });
  inside(`${image.command[0]} new . --title 我的报`);
  const started = Date.now();
  const told = inside(`id -un; ${image.command.join(' ')} 2>&1`);
  const lines = told.trim().split('\n');
  return [
    ['user', lines[0]!],
    ['command', image.command.join(' ')],
    ['seconds, three editions', `${Math.round((Date.now() - started) / 1000)}`],
    ['browser', lines.find((line) => line.includes('Chromium')) ?? ''],
    ['files', lines.filter((line) => line.endsWith('.pdf')).join(' ')],
    ['MB unpacked to /cache', `${megabytesOf(image.folder, 'cache')}`],
  ];
}
