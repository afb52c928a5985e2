import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';

/** The lines of all `.txt` of a folder, a paragraph each. */
export function readTexts(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  } catch {
    throw problem(say('in-own-words', 'There are no Traditional texts'), {
      path: folder,
      note: say('in-own-words', 'Put texts there as .txt, a paragraph a line.'),
    });
  }
}
