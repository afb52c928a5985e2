import { join } from 'node:path';
import { say, textOf } from '../article/words/say.js';
import { pressFor } from '../prepress/impose/press.js';
import type { Output } from './output.js';
import type { PressFacts } from './press-book.js';

/** 付印: the sheets to print and fold, with a cover, a dummy to fold and a calibration sheet where requested. */
export const press: Output<PressFacts, null> = {
  id: 'press',
  label: ['下载付印文件', '下載付印檔', 'Download press file'],
  endings: ['press.pdf', 'cover.pdf', 'dummy.pdf', 'calibration.pdf'],
  type: 'application/pdf',
  isWanted: ({ publication }, edition) => pressFor(publication.press, edition) !== undefined,
  reads: ({ publication }) => {
    const { editions = {}, ...all } = publication.press ?? {};
    const profiles = [all, ...Object.values(editions)].flatMap(({ profile }) => profile ?? []);
    return profiles.map((name) => join('manuscript', name));
  },
  async make(making) {
    const chosen = pressFor(making.place.publication.press, making.edition.id)!;
    const { pressBook } = await import('./press-book.js');
    return making.run(
      'press',
      () => pressBook(making, chosen),
      ({ facts }) => say('did-fold', press.did(facts)),
    );
  },
  did: ({ sheets, sheet }) => say('did-sheets', sheets, sheet),
  tell({ feed, unlabelled }, language) {
    const lines = [
      say('in-own-words', feed[language]),
      ...(unlabelled === undefined ? [] : [say('not-labelled', unlabelled)]),
    ];
    return lines.map((said) => textOf(say('line-press', said), language));
  },
};
