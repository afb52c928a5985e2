import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { prepareFolder, writeFileAtomically } from '../../article/manuscript.js';
import { packageRoot } from '../../article/package-root.js';
import { didYouMean, problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { publicationFile } from '../../config.js';
import type { ExitCode, Terminal } from '../command.js';
import { tellNext, writeHelpers } from './publication-files.js';

const examples = join(packageRoot, 'scripts', 'examples');

/**
 * 范例: lays out an example; its publication file comes last. @throws a usage problem when there is none of that name.
 */
export function layOutExample(
  root: string,
  { example, dir, others }: { example: string; dir: string; others: readonly unknown[] },
  terminal: Terminal,
): ExitCode {
  const known = readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  if (!known.includes(example))
    throw problem(say('unknown-example', example, known.join(', ')), {
      ruleId: 'usage',
      ...didYouMean(example, known),
    });
  if (others.some((value) => value !== undefined)) throw problem(say('example-alone'), { ruleId: 'usage' });
  prepareFolder(root);
  const from = join(examples, example);
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name !== publicationFile,
  );
  for (const name of [...files, publicationFile])
    if (statSync(join(from, name)).isFile())
      writeFileAtomically(join(root, name), readFileSync(join(from, name)));
  writeHelpers(root);
  tellNext(terminal, say('example-stands', example, dir), dir);
  terminal.result(`${root}\n`);
  return 0;
}
