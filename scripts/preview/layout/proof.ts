import type { Layout } from '../../article/layout.js';
import type { Edit, Range } from '../../article/ledger.js';
import type { MisplacedName } from '../../article/notes/spot.js';
import type { Doubt, Gap, Measure, Piece } from '../../article/restoration.js';

/** A part of a story in the proof: headline … or a block. */
export interface ProofPiece extends Piece {
  part: string;
  /** Line number of the source at the start of each range. */
  lines: number[];
  /** Its place in the manuscript: the file, the line, and the part of the front matter or the number of the block. */
  file?: string;
  line?: number;
  block?: string;
  /** 稿件里改过: a person wrote or changed it in the manuscript; it has no ranges where the source lacks it. */
  isOwn?: boolean;
  /** A person took it out of the manuscript. */
  isRemoved?: boolean;
}

export interface ProofStory {
  /** Id of its article. */
  id?: string;
  pieces: ProofPiece[];
}

/** 校样: a source, its restoration, and the reasons. Offsets are UTF-16 units into `source`. */
export interface Proof {
  source: string;
  /** Fingerprint of the source: a decision about another one is refused. */
  fingerprint: string;
  stories: ProofStory[];
  furniture: ProofPiece[];
  edits: Edit[];
  /** Doubts with their line numbers. */
  doubts: (Doubt & { line: number })[];
  gaps: Gap[];
  measures: Measure[];
  /** 底本图像: names of the pictures of its pages. */
  scans: string[];
  /** The places of its lines on those pages, where they are known. */
  places?: Pick<Layout, 'lines'> & { pages: Pick<Layout['pages'][number], 'width' | 'height' | 'angle'>[] };
  /** 待合: passages that both a person and the machine have changed. */
  proposals: Proposal[];
  /** True for the beginning of a long source, shown while the whole is restored: nothing can be decided on it. */
  isBeginning?: true;
  /** 改字: existing replacements. */
  replaced: { text: string; with: string }[];
}

/** A passage in an edited manuscript, and in the proposal beside it. */
export interface Proposal {
  file: string;
  proposal: string;
  mine: string;
  theirs: string;
}

/** A person's decision on the proof. */
export type Decision = PlainDecision | { kind: 'several'; decisions: PlainDecision[] };

/** A decision that is not made of others. */
export type PlainDecision =
  | SingleDecision
  | NameDecision
  | CharactersDecision
  | { kind: 'misplaced'; names: MisplacedName[] }
  | { kind: 'text'; name: string; before: string; after: string }
  | { kind: 'own'; name: string; block: string; before: string; after: string };

/** A decision about one place of the source. */
export type SingleDecision =
  | { kind: 'join' | 'break'; at: number }
  | { kind: 'role'; ranges: Range[]; role: string }
  | { kind: 'title'; title: Range[]; of?: Range[] }
  | { kind: 'keep'; ranges: Range[] }
  | { kind: 'accept'; range: Range; rule: string }
  | { kind: 'cut' | 'merge'; ranges: Range[] }
  | { kind: 'move'; ranges: Range[]; isStory: boolean; beside: Beside }
  | { kind: 'add'; role: string; text: string; beside: Beside }
  | AddedDecision
  | { kind: 'replace'; range: Range; wanted: string };

/**
 * A decision about words that a person has added: other words, another role, another place, or, with `now` null, none.
 * What `now` does not name stays.
 */
export interface AddedDecision {
  kind: 'added';
  /** The number of their entry of `add:`, from 0. */
  entry: number;
  /** The words as they were shown; absent where the manuscript has changed them since. */
  was?: string;
  now: { role?: string; text?: string; beside?: Beside } | null;
}

/** 定名: a word of the manuscript, and its form in an edition. */
export interface NameDecision {
  kind: 'name';
  edition: string;
  source: string;
  output: string;
}

/** 定字: the form of a character in some words, in all editions that know the form, or in one. */
export interface CharactersDecision {
  kind: 'characters';
  character: string;
  as: string;
  words: string[];
  edition?: string;
}

/** A place beside the block or the story of some words. */
export interface Beside {
  ranges: Range[];
  isAfter: boolean;
}
