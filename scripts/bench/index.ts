import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageRoot } from '../article/package-root.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { didYouMean } from '../article/yaml.js';
import type { ExitCode, Terminal } from '../commands/command.js';
import type { BenchOptions, Table } from './table.js';

export interface BenchArguments {
  data?: string;
  seed?: number;
  pages?: number;
  limit?: number;
  specs?: string;
  minutes?: number;
}

/** A bench is a folder beside this one whose file of the same name exports `bench<Name>(options): Promise<Table[]>`. */
type Bench = (options: BenchOptions) => Promise<Table[]>;

/** `chongpai bench [NAME]`: figures as Markdown tables on standard output; without a name, the stages on the sample. */
export async function bench(
  name = 'stages',
  { data, seed, pages, limit, specs, minutes }: BenchArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const names = benches();
  if (!names.includes(name))
    throw problem(say('unknown-bench', name, names.join(', ')), {
      ruleId: 'usage',
      ...didYouMean(name, names),
    });
  const options = {
    data: dataFolder(data, terminal.cwd),
    ...(seed !== undefined && { seed }),
    ...(pages !== undefined && { pages }),
    ...(limit !== undefined && { limit }),
    ...(minutes !== undefined && { minutes }),
    ...(specs !== undefined && { specs: resolve(terminal.cwd, specs) }),
  };
  // A path that the bundler does not look into: each bench is a folder beside this one.
  const file = new URL(`./${name}/${name}.js`, import.meta.url).href;
  const module: Record<string, Bench> = await import(file);
  const tables = await module[exportOf(name)]!(options);
  for (const table of tables) terminal.result(`${writeTable(table)}\n`);
  return 0;
}

function dataFolder(data: string | undefined, cwd: string): string {
  const folder = data === undefined ? join(packageRoot, '..', 'shared') : resolve(cwd, data);
  if (existsSync(join(folder, 'sample'))) return folder;
  throw problem(say('no-bench-data'), {
    path: folder,
    note: say('name-bench-data'),
  });
}

/** The benches are the folders beside this file. */
function benches(): string[] {
  return readdirSync(join(packageRoot, 'scripts', 'bench'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

const exportOf = (name: string) => `bench${name[0]!.toUpperCase()}${name.slice(1)}`;

function writeTable({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `### ${title}\n\n${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
