import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { uaPoints, uaStates } from '../../prepress/check/check-accessibility.js';
import { inspectPages } from '../../prepress/inspect-pages.js';
import { readPdf } from '../../prepress/read/read-pdf.js';
import type { BenchOptions, Table } from '../table.js';

/** The rules whose machine checks are hardest to agree upon. */
const named = ['7.1-3', '7.2-19', '7.2-27', '7.21.3.1-1', '7.21.5-1', '7.21.8-1'];

/** A file of the corpus: it fails or passes one test of one clause. */
interface CorpusFile {
  path: string;
  /** As chongpai names it: clause and number of the test. */
  point: string;
  passes: boolean;
}

/**
 * Agreement of chongpai's PDF/UA-1 with the veraPDF corpus (github.com/veraPDF/veraPDF-corpus, CC BY 4.0), a clone of
 * which is named by `--specs`: its files are named by what they fail or pass, `7.1-t03-fail-a.pdf`.
 */
export async function benchUa({ specs }: BenchOptions): Promise<Table[]> {
  if (specs === undefined || !existsSync(join(specs, 'PDF_UA-1')))
    throw problem(
      say('in-own-words', `Unexpected folder ${specs ?? '(none)'}, expected a clone that holds PDF_UA-1/`),
      {
        ruleId: 'usage',
        note: say(
          'in-own-words',
          'Clone veraPDF/veraPDF-corpus and name the clone: npm run bench -- ua --specs FOLDER',
        ),
      },
    );
  const known = new Set(uaPoints.map(({ id }) => id));
  const files = corpusFiles(specs).filter(({ point }) => known.has(point));
  const tallies = new Map<string, { agree: number; all: number; wrong: string[] }>();
  for (const file of files) {
    const tally = tallies.get(file.point) ?? { agree: 0, all: 0, wrong: [] };
    tallies.set(file.point, tally);
    tally.all++;
    const found = await judge(file);
    if (found === (file.passes ? 'passes' : 'fails')) tally.agree++;
    else tally.wrong.push(`${basename(file.path)}: ${found}`);
  }
  const share = (points: readonly string[]) => {
    const some = points.flatMap((point) => tallies.get(point) ?? []);
    const sum = (key: 'agree' | 'all') => some.reduce((total, one) => total + one[key], 0);
    return `${sum('agree')} of ${sum('all')}`;
  };
  return [
    {
      title: `Agreement with the veraPDF corpus: ${share(named)} on the rules named, ${share([...tallies.keys()])} on all that chongpai has`,
      head: ['rule', 'files', 'agree', 'otherwise'],
      rows: [...tallies].map(([point, { all, agree, wrong }]) => [
        point,
        `${all}`,
        `${agree}`,
        wrong.join(', '),
      ]),
    },
  ];
}

function corpusFiles(folder: string): CorpusFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((name) => {
      const match = /(?:^|[\\/])PDF_UA-1[\\/].*?([\d.]+)-t(\d+)-(fail|pass)-\w+\.pdf$/.exec(name);
      const [, clause, test, kind] = match ?? [];
      if (clause === undefined) return [];
      return { path: join(folder, name), point: `${clause}-${Number(test)}`, passes: kind === 'pass' };
    });
}

/** chongpai's verdict on one point in a file. */
async function judge({ path, point }: CorpusFile): Promise<string> {
  try {
    const reading = await readPdf(new Uint8Array(readFileSync(path)));
    const { marks } = inspectPages(reading, undefined, { pages: undefined, isWritten: () => true });
    const state = uaStates(reading, marks).find((one) => one.point.id === point)!;
    return state.breaches.length > 0 ? 'fails' : 'passes';
  } catch (error) {
    return `cannot be read (${error instanceof Error ? error.message : error})`;
  }
}
