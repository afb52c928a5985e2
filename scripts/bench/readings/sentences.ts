import { readFileSync } from 'node:fs';
import { marked } from './marked.js';

/** A sentence, a polyphone in it, and its reading. */
export interface Labelled {
  text: string;
  at: number;
  reading: string;
}

/** Sentences with `▁` on both sides of a polyphone, and its readings as `le5`, line by line. */
export function readSentences(sentences: string, labels: string): Labelled[] {
  const readings = readFileSync(labels, 'utf8').trim().split('\n');
  return readFileSync(sentences, 'utf8')
    .trim()
    .split('\n')
    .map((line, index) => ({
      text: line.replaceAll('▁', ''),
      at: line.indexOf('▁'),
      reading: marked(readings[index]!),
    }));
}
