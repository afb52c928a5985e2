import type { PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import type { KnownChanges } from './known-changes.js';
import type { CharacterDecision } from './overrides-file.js';

/**
 * A static TrueType font in an npm package, whole (.ttf) or cut into web fonts by code points (the .css that lists
 * them); which of its characters are embedded is decided per book.
 */
export interface FontFace {
  /** The CSS family name that the style sheets use: "chongpai-serif". */
  family: string;
  weight: number;
  /** Upright when absent. */
  style?: 'italic';
  /** A path that `import.meta.resolve` understands. */
  file: string;
  /** Supplies only characters of this script (its name in Unicode), and leaves all others to the faces after it. */
  only?: string;
}

/** Facts about a book for the colophon; counts of edits and of open questions. */
export interface ColophonFacts {
  title: string;
  date?: string;
  joins: number;
  edits: number;
  /** Pieces that a person added. */
  added: number;
  open: number;
  /** Number of its stories; undefined for the chapters of one book. */
  articles?: number;
}

/** Facts about a book for the imprint. */
export interface ImprintFacts {
  date?: string;
  publisher?: string;
  edition: string;
  /** In millimetres; `name` where it is one of the trade's. */
  trim: { name?: string; width: number; height: number };
  /** Characters, in thousands. */
  thousands: number;
}

/** Words that chongpai itself prints, in the edition's language. */
export interface Labels {
  contents: string;
  /** Description of the picture on the cover, for those who do not see it. */
  cover: string;
  colophon: string;
  /** Under a caption whose picture is missing. */
  noPicture: string;
  /** 要目: above the headlines on the cover. */
  highlights: string;
  /** The same for a book without a date, which is no issue of a paper. */
  undatedHighlights: string;
  publisher: string;
  index: string;
  /** Headings of its lists. */
  indexLists: Readonly<Record<'person' | 'place' | 'other', string>>;
  /** 校记: over the remarks on the wording. */
  notes: string;
  remark: (remark: { before: string; after: string; reason?: string }) => string;
  /** Changes of width, by number: none is worth a note. */
  widths: (count: number) => string;
  /** 存疑 among them; all of its parts are optional. */
  question: (question: { text?: string; candidates?: string[]; line?: number; reason: string }) => string;
  /** The lines of the imprint below the title. */
  imprintLines: (facts: ImprintFacts) => string[];
  /** Before the title of the story in which this one continues, or that it continues. */
  continuedIn: string;
  /** Around the folio behind a link in the text: （第 3 页）. */
  onPage: readonly [before: string, after: string];
  continuedFrom: string;
  /** The paragraphs of the colophon: the changes to the text, and how to read it. */
  colophonText: (facts: ColophonFacts) => string[];
}

/** A publication's choices for its editions. All are optional. */
export interface AdaptOptions {
  /** 专名表: the contents of names.txt files, those of the issue before those of the publication. */
  names?: readonly { path: string; text: string }[];
  /** Glyph choices of the house, "裏" → "裡": they extend the edition's own, or `false` switches those off. */
  houseStyle?: Readonly<Record<string, string>> | false;
  /** True if words of the region replace those of the source: 软件 → 軟體. */
  vocabulary?: boolean;
  /** 定字: forms of single characters that a person has decided for this issue. */
  characters?: readonly CharacterDecision[];
}

/** A place of a title before which a line may begin. */
export interface TitleBreak {
  /** Its offset in the text, from 1. */
  at: number;
  /** Cost, by the sense, of ending a line there: 0 after a blank; 1 or more inside words that belong together. */
  cost: number;
}

/** From this cost on a break lies inside a unit; only lines narrower than the unit need such a break. */
export const costInUnit = 1;

/** Edition 版本: one row of the table of language editions. */
export interface Edition {
  /** Name of the output file, as it is asked for: "zh-Hant-TW", "zh-Hans@pinyin", "zh-Hans+en". */
  id: string;
  /** BCP 47 tag of its text (of the first text of two), and the id of its row: "zh-Hant-TW". */
  lang: string;
  /** Name of the edition in its own language: 繁體中文（臺灣）. */
  name: string;
  /** Transformers of an article's tree, in order. Pure; open questions become messages of the file. */
  plugins: Plugin<[AdaptOptions?], Root>[];
  /** The changes that the plugins may make: the proof of the edition accepts no others. */
  knownChanges: (options?: AdaptOptions) => KnownChanges;
  /** The same conversion for prose outside the trees: titles, front matter. */
  adaptText: (text: string, options?: AdaptOptions) => string;
  /**
   * 标题断行: where a title may break; absent where the browser's own places will do. `names` stay whole.
   */
  titleBreaks?: (title: string, names: readonly string[]) => TitleBreak[];
  /** 2025-02-26 → the form printed on a cover. */
  formatDate: (iso: string) => string;
  labels: Labels;
  /** 校记: printed reasons of rules that change words or ask, by rule id; others are listed without a reason. */
  reasons?: Readonly<Record<string, string>>;
  /** In fallback order; families are named in the style sheets. */
  fonts: FontFace[];
  /** File name in `styles/editions/`. */
  stylesheet: string;
  /** The side on which pages turn: `ltr` is bound at the left. */
  progression: 'ltr' | 'rtl';
  /** 读音: the dictionary that a learners' edition follows. */
  readings?: 'mainland' | 'taiwan';
  /** Locale of the index's order, for Intl.Collator. */
  collation: string;
  /** Its text comes from a translator: it is in the folder, in a folder named after the edition. */
  isTranslated?: boolean;
  /** 对照: the other edition of a bilingual one; the rest of the row is that of the first. */
  second?: Edition;
  /** Layout of a bilingual edition; absent where the publication decides. */
  parallel?: ParallelMode;
  /** 注音: readings that a learners' edition prints beside the characters. */
  ruby?: RubyKind;
  /** 注音: readings beside a line outside the trees, after its conversion; absent where an edition has none. */
  read?: (text: string, options?: AdaptOptions) => PhrasingContent[];
}

/** 对照排版: on facing pages, in two columns row by row, or paragraph under paragraph. */
export const parallelModes = ['facing', 'columns', 'interleaved'] as const;
export type ParallelMode = (typeof parallelModes)[number];

/** 拼音 above the characters, 注音符號 to their right. */
export const rubyKinds = ['pinyin', 'bopomofo'] as const;
export type RubyKind = (typeof rubyKinds)[number];
