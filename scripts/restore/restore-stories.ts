import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Restoration } from '../article/restoration.js';
import type { Source } from '../article/source.js';
import { restoreParse } from './parse.js';
import { remarkDropFurniture, remarkStories, type StoryTree } from './plugins.js';
import type { RestoreOptions } from './restore.js';

/** The ledger of a source with its open questions, and its stories, each of which becomes a manuscript. */
export interface RestoredStories {
  restoration: Restoration;
  stories: readonly StoryTree[];
}

/** 还原: turns a raw text into its stories. */
export function restoreStories(
  source: Pick<Source, 'path' | 'text' | 'layout' | 'told'>,
  options: RestoreOptions = {},
): RestoredStories {
  const file = new VFile({ path: source.path, value: source.text });
  const processor = unified()
    .use(restoreParse, { ...options, reading: source })
    .use(remarkDropFurniture)
    .use(remarkStories);
  processor.runSync(processor.parse(file), file);
  const { restoration, stories } = file.data;
  return { restoration: restoration!, stories: stories! };
}
