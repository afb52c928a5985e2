import type { VFileMessage } from 'vfile-message';
import { message } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { NamesFile } from '../lexicon/names.js';

/** Lines `pinyin: 单于 = chán yú` of the names files: readings that overrule all dictionaries. The first file decides. */
export function readOwnReadings(files: readonly NamesFile[]): {
  readings: Map<string, string[]>;
  messages: VFileMessage[];
} {
  const readings = new Map<string, string[]>();
  const messages: VFileMessage[] = [];
  for (const { path, text } of files)
    for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
      const [, word, said] = /^\s*pinyin:\s*([^=#\s]+)\s*=\s*([^#]*)/.exec(line) ?? [];
      if (!word || said === undefined) continue;
      const syllables = said.trim().toLowerCase().normalize('NFC').split(/\s+/).filter(Boolean);
      if (syllables.length !== [...word].length) messages.push(mismatch(word, syllables, { path, index }));
      else if (!readings.has(word)) readings.set(word, syllables);
    }
  return { readings, messages };
}

function mismatch(
  word: string,
  syllables: readonly string[],
  { path, index }: { path: string; index: number },
): VFileMessage {
  return message(say('reading-length', syllables.length, word, [...word].length), {
    path,
    place: { line: index + 1, column: 1 },
    note: say('write-syllables'),
    source: 'ruby',
    ruleId: 'reading',
  });
}
