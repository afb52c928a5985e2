import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { packageRoot } from '../article/package-root.js';
import { didYouMean, problem } from '../article/problem.js';
import { say, textOf } from '../article/words/say.js';
import type { ExitCode, Terminal } from '../commands/command.js';
import { needsData } from './needs-data.js';
import { writeOwnData } from './own-data.js';
import type { BenchOptions, Table } from './table.js';

export interface BenchArguments {
  data?: string;
  seed?: number;
  pages?: number;
  limit?: number;
  specs?: string;
  minutes?: number;
  book?: string;
  /** Separated by commas. */
  kinds?: string;
  alone?: true;
  cases?: number;
}

/** A bench is a folder beside this one whose file of the same name exports `bench<Name>(options): Promise<Table[]>`. */
type Bench = (options: BenchOptions) => Promise<Table[]>;

/** `chongpai bench [NAME]`: figures as Markdown tables on standard output; without a name, the stages on the sample. */
export async function bench(
  name = 'stages',
  { data, seed, pages, limit, specs, minutes, cases, book, kinds, alone }: BenchArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const names = benches();
  if (!names.includes(name))
    throw problem(say('unknown-bench', name, names.join(', ')), {
      ruleId: 'usage',
      ...didYouMean(name, names),
    });
  const options = {
    ...dataFolder(data, terminal),
    ...(seed !== undefined && { seed }),
    ...(pages !== undefined && { pages }),
    ...(limit !== undefined && { limit }),
    ...(minutes !== undefined && { minutes }),
    ...(book !== undefined && { book }),
    ...(kinds !== undefined && { kinds: kinds.split(',') }),
    ...(alone && { alone }),
    ...(cases !== undefined && { cases }),
    ...(specs !== undefined && { specs: resolve(terminal.cwd, specs) }),
  };
  // A path that the bundler cannot resolve: each bench is a folder beside this file.
  const file = new URL(`./${name}/${name}.js`, import.meta.url).href;
  const module: Record<string, Bench> = await import(file);
  const tables = await module[exportOf(name)]!(options).catch(lacking(options.data));
  for (const table of tables) terminal.result(`${writeTable(table)}\n`);
  return 0;
}

/** The named folder, or the one beside this repository; without one, the repository's own data. */
function dataFolder(
  asked: string | undefined,
  { cwd, line, language = 'en' }: Terminal,
): Pick<BenchOptions, 'data' | 'isOwnData'> {
  const data = asked === undefined ? join(packageRoot, '..', 'shared') : resolve(cwd, asked);
  if (existsSync(join(data, 'sample'))) return { data };
  if (asked !== undefined) throw problem(say('no-bench-data'), { path: data, note: say('name-bench-data') });
  line(textOf(say('own-bench-data'), language));
  return { data: writeOwnData(), isOwnData: true };
}

/** Makes a bench with missing texts report them, and their place. */
const lacking = (data: string) => (error: NodeJS.ErrnoException) => {
  const isData = error.code === 'ENOENT' && error.path?.startsWith(data + sep);
  throw isData ? needsData(relative(data, error.path!)) : error;
};

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
