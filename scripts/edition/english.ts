import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import smartypants from 'remark-smartypants';
import { unified } from 'unified';
import type { Edition } from '../article/edition.js';
import { changesOfMarks } from './account/known-changes.js';
import { facesOf, latinFaces } from './faces.js';
import { englishLabels } from './labels.js';

/** Only quotes and apostrophes: dashes and ellipses stay as the translator wrote them. */
const quotesOnly = { dashes: false, ellipses: false, backticks: false } as const;

/** 英文: a translator's text, set as English is: curly quotes, a Latin face, dates in words. */
export const english: Edition = {
  id: 'en',
  lang: 'en',
  name: 'English',
  plugins: [() => (tree: Root) => curl(tree)],
  knownChanges: () => changesOfMarks,
  adaptText: (text) => {
    const tree: Root = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
    };
    curl(tree);
    const [paragraph] = tree.children;
    const [curled] = paragraph?.type === 'paragraph' ? paragraph.children : [];
    return curled?.type === 'text' ? curled.value : text;
  },
  formatDate: (iso) => {
    const [year, month, day] = iso.split('-').map(Number);
    return `${day} ${months[month! - 1]} ${year}`;
  },
  labels: englishLabels,
  fonts: [...latinFaces, ...facesOf('SC').filter(({ family }) => family !== latinFaces[0]!.family)],
  stylesheet: 'en.css',
  progression: 'ltr',
  // The names that it lists are Chinese.
  collation: 'zh-Hans-u-co-pinyin',
  isTranslated: true,
};

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

const rootOf = (block: RootContent): Root => ({ type: 'root', children: [block] });

/** Curls quotes block by block, and only where there are any: the library parses everything that it gets. */
function curl(tree: Root): void {
  for (const block of tree.children)
    if (/["']/.test(textOf(block))) unified().use(smartypants, quotesOnly).runSync(rootOf(block));
}
