import type { VFileMessage } from 'vfile-message';
import { nameLimit } from '../../article/limits.js';
import { message } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { isAllHan, isHan } from '../../text/characters.js';
import { scriptOf } from '../../text/script-of.js';
import { detectScript } from '../detect-script.js';
import { readEntry } from './name-entry.js';
import { guessKind, kindHeading, type NameKind } from './name-kind.js';
import { segment } from './segment.js';
import { newTrie, none, type Trie } from './trie.js';
import { getWords } from './words.js';

/** A names file, as it was read. */
export interface NamesFile {
  path: string;
  text: string;
}

export interface Name {
  source: string;
  output: string;
  /** The list of an index that it belongs to. */
  kind: NameKind;
  /** True if it gives the source's form (output = source): then it applies everywhere, even inside words. */
  isExact: boolean;
  /** Its place. */
  path: string;
  line: number;
}

/** 专名表: names and terms in the form of the output, ahead of all dictionaries. */
export interface Names {
  list: Name[];
  trie: Trie;
  /** Lines that cannot be read, and entries that contradict an earlier one of the same file. */
  messages: VFileMessage[];
}

/**
 * One entry a line: `鍾南山`; `歐巴馬 = 奥巴马` where the source has other characters; `zh-Hant-TW: 歐巴馬 = 奥巴马` where only
 * one edition says so. `#` begins a remark; `[地名]` the names of places, as `[人名]` and `[其他]` do theirs. Of two files,
 * the first decides.
 */
export function readNames(files: readonly NamesFile[], editionId: string): Names {
  if (files.length === 0) return noNames;
  const found = new Map<string, Name & { isSpecial: boolean }>();
  const messages: VFileMessage[] = [];
  const target = scriptOf(editionId);
  for (const { path, text } of files) {
    let kind: NameKind | undefined;
    for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
      const heading = kindHeading(line);
      if (heading) {
        kind = heading;
        continue;
      }
      const entry = readEntry(line, editionId);
      if (!entry) continue;
      if ('reason' in entry) {
        const place = {
          path,
          place: { line: index + 1, column: 1 },
          source: 'convert',
          ruleId: 'name-entry',
        };
        messages.push(message(entry.reason, { ...place, note: entry.note }));
        continue;
      }
      if (Math.max(entry.source.length, entry.output.length) > nameLimit) {
        messages.push(tooLong(path, index + 1));
        continue;
      }
      const known = found.get(entry.source);
      const name: Name & { isSpecial: boolean } = {
        ...entry,
        kind: kind ?? guessKind(entry.output),
        path,
        line: index + 1,
      };
      if (target === 'hant' && detectScript(name.output) === 'hans')
        messages.push(otherScript(name, editionId));
      if (!known || (known.path === path && entry.isSpecial && !known.isSpecial))
        found.set(entry.source, name);
      else if (known.path === path && known.isSpecial === entry.isSpecial && known.output !== entry.output)
        messages.push(conflict(name, known));
    }
  }
  const list = [...found.values()].map(
    ({ source, output, kind, isExact, path, line }): Name => ({ source, output, kind, isExact, path, line }),
  );
  const trie = newTrie(list.reduce((sum, { source }) => sum + source.length, 0));
  for (const [index, { source }] of list.entries()) trie.add(source, index);
  return { list, trie, messages };
}

/** A trie costs a quarter of a megabyte, which a conversion of one line must not pay. */
const noNames: Names = { list: [], trie: newTrie(0), messages: [] };

function tooLong(path: string, line: number): VFileMessage {
  return message(say('name-too-long', nameLimit), {
    path,
    place: { line, column: 1 },
    note: say('one-name-a-line'),
    source: 'convert',
    ruleId: 'name-length',
  });
}

function conflict({ source, output, path, line }: Name, known: Name): VFileMessage {
  return message(say('name-in-two-forms', output, source, known.output, known.line), {
    path,
    place: { line, column: 1 },
    note: say('keep-one-name', output),
    source: 'convert',
    ruleId: 'name-conflict',
  });
}

/** Finds names that are separate words of a text, from the left, the longest first. */
export function findNames({ trie, list }: Names, text: string): { start: number; name: Name }[] {
  const found: { start: number; name: Name }[] = [];
  if (list.length === 0) return found;
  for (let start = 0; start < text.length; ) {
    let node = 1;
    let best: Name | undefined;
    for (let at = start; at < text.length; at++) {
      node = trie.step(node, text.charCodeAt(at));
      if (node === 0) break;
      const value = trie.valueAt(node);
      if (value !== none && (list[value]!.isExact || isWhole(text, start, at + 1))) best = list[value];
    }
    if (best) found.push({ start, name: best });
    start += best?.source.length ?? 1;
  }
  return found;
}

/** Longer names are words wherever they occur. */
const longestPart = 3;
/** Log-probability of a name of the file, against other words: that of a word on every other page. */
const nameWeight = -8;

/** True unless other words are likelier: 于海 is no name in 由于海上. */
function isWhole(text: string, start: number, end: number): boolean {
  if (end - start < 2 || end - start > longestPart || !isAllHan(text.slice(start, end))) return true;
  let from = start;
  while (from > 0 && start - from < around && isHan(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < around && isHan(text.charCodeAt(to))) to++;
  const ends = new Int32Array(to - from + 1);
  const words = getWords();
  const score = (a: number, b: number) => (a < b ? segment(text, [a, b], words, ends) : 0);
  return score(from, start) + nameWeight + score(end, to) >= score(from, to);
}

/** Number of characters beside a name that are examined. */
const around = 6;

/** Message about an entry that does not occur in the text. */
export function unusedMessage({ output, source, path, line }: Name): VFileMessage {
  return message(say('unused-name', output, source), {
    path,
    place: { line, column: 1 },
    note: say('write-name-as-in-text'),
    source: 'convert',
    ruleId: 'name-unused',
  });
}

function otherScript({ output, path, line }: Name, editionId: string): VFileMessage {
  return message(say('name-in-other-script', output, editionId), {
    path,
    place: { line, column: 1 },
    note: say('write-name-in-script', editionId),
    source: 'convert',
    ruleId: 'name-script',
  });
}
