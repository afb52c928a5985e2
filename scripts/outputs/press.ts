import { join } from 'node:path';
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
      ({ facts }) => `${press.did(facts)}, folded and proven`,
    );
  },
  did: ({ sheets, sheet }) => `${sheets} sheets of ${sheet}`,
  tell: ({ feed, unlabelled }) => [
    feed['zh-Hans'],
    feed.en,
    ...(unlabelled === undefined ? [] : [`not labelled PDF/X-4: ${unlabelled}`]),
  ],
};
