import type { Random } from '../../random.js';
import type { GoldStory } from '../gold.js';
import { gazetteerLayout, inLevels } from './gazetteer.js';
import type { GenreName, Layout } from './layout.js';
import { inLetter, letterLayout } from './letter.js';
import { inOldStyle, oldLayout } from './old.js';
import { inSpeeches, recordLayout } from './record.js';

/** 文体: a kind of print that people bring. To add one, add a file and a row here. */
interface Genre {
  name: GenreName;
  /** How many of 100 pages are of it. */
  share: number;
  layout(layout: Layout, random: Random): Layout;
  story(story: GoldStory, random: Random): GoldStory;
  /** Its words are fiction of the Ming and Qing, in Traditional. */
  isOldText?: boolean;
  /** It has no tables, forms and lists of today. */
  isPlain?: boolean;
  isOneStory?: boolean;
}

const genres: readonly Genre[] = [
  { name: 'news', share: 82, layout: (layout) => layout, story: (story) => story },
  {
    name: 'old newspaper',
    share: 9,
    layout: oldLayout,
    story: inOldStyle,
    isOldText: true,
    isPlain: true,
  },
  { name: 'speeches', share: 5, layout: recordLayout, story: inSpeeches },
  { name: 'letter', share: 2.5, layout: letterLayout, story: inLetter, isOneStory: true, isPlain: true },
  { name: 'gazetteer', share: 1.5, layout: gazetteerLayout, story: inLevels, isOldText: true, isPlain: true },
];

export const chooseGenre = (random: Random): Genre =>
  random.weighted(genres.map((genre) => [genre, genre.share] as const));
