import type { Line } from '../lines/measured.browser.js';
import type { SetParagraph } from '../lines/set-lines.browser.js';

/** A footnote that a block of a flow calls. Lengths in px. */
export interface ItemCall {
  /** The end of the line with the call, from the top of the block. */
  end: number;
  /** The place of the call in its paragraph, where we have set its lines. */
  character?: number;
  /** Height of the note, and of as few of its lines as may stand on a page. */
  size: number;
  least: number;
}

/** 脚注 of a flow: what the foot of a page takes beside its notes, and a line of these, in px. */
export interface NoteSizes {
  frame: number;
  line: number;
}

/** The same with the notes in the order of their calls. */
export interface FlowNotes extends NoteSizes {
  notes: readonly { call: Element; size: number; least: number }[];
}

interface Block {
  top: number;
  calls?: readonly ItemCall[];
}

/** The height of a foot with so much of notes. */
export const footHeight = (sizes: NoteSizes | undefined, notes: number): number =>
  sizes && notes > 0 ? sizes.frame + notes : 0;

/** The calls in lines of a block that lie between two places of the flow. */
export const callsWithin = ({ top, calls }: Block, from: number, to: number): readonly ItemCall[] =>
  calls?.filter(({ end }) => top + end > from + 0.5 && top + end <= to + 0.5) ?? none;
const none: readonly ItemCall[] = [];

export const sizeOfCalls = (calls: readonly ItemCall[]): number =>
  calls.reduce((sum, { size }) => sum + size, 0);

/** The calls of a paragraph in other lines. */
export function movedCalls(
  calls: readonly ItemCall[],
  lines: readonly Line[] | undefined,
  line: number,
): ItemCall[] {
  return calls.map((call) => {
    const at = lines?.findIndex(({ end }) => end > call.character!) ?? -1;
    return at < 0 ? call : { ...call, end: (at + 1) * line };
  });
}

/** The place of an element among the characters of a paragraph. */
export const characterOf = ({ paragraph }: SetParagraph, element: Element): number | undefined =>
  paragraph.runs.find(({ node }) => element.contains(node))?.start;
