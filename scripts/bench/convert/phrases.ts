import { readFileSync } from 'node:fs';
import { convert } from '../../edition/convert/convert.js';
import { convertRaw } from '../../edition/convert/raw.js';
import type { Table } from '../table.js';
import { rootOf } from '../variants.js';

/** Phrases that people report, beside opencc-js: files of Simplified, Traditional, and (tw or hk) the region. */
export function phrasesTable(files: readonly (readonly [title: string, path: string])[]): Table {
  const rows = files.map(([title, path]) => {
    const phrases = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'));
    const right = (make: (text: string, edition: string) => string) =>
      phrases.filter(
        ([source = '', truth = '', region]) =>
          rootsOf(make(source, region === 'hk' ? 'zh-Hant-HK' : 'zh-Hant-TW')) === rootsOf(truth),
      ).length;
    return [
      title,
      String(phrases.length),
      String(right((text, edition) => convert(text, edition).text)),
      String(right((text, edition) => convertRaw(text, edition))),
    ];
  });
  return { title: 'Phrases that people report', head: ['', 'phrases', 'chongpai', 'opencc-js'], rows };
}

const rootsOf = (text: string) => [...text].map(rootOf).join('');
