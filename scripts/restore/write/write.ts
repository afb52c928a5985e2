import type { Role } from '../../article/article.js';
import type { Edit } from '../../article/ledger.js';
import type { Block, Doubt, Piece, Reset, Story } from '../../article/restoration.js';
import type { RuleContext } from '../rules/rule.js';
import { newSignFinder } from '../rules/signs.js';
import type { Group, Label } from './groups.js';
import { type Writing, writePiece } from './pieces.js';
import type { StoryDraft } from './story.js';

/** Writer: turns groups into pieces and collects the edits and doubts. */
export interface Writer {
  edits: Edit[];
  doubts: Doubt[];
  story(draft: StoryDraft): Story;
  furniture(group: Group): Piece;
}

export function newWriter(text: string, known: Omit<Writing, 'signsIn'>): Writer {
  const writing = { ...known, signsIn: newSignFinder(known.rules) };
  const edits: Edit[] = [];
  const doubts: Doubt[] = [];
  const write = (groups: readonly Group[], kind: RuleContext['kind']) => {
    const written = writePiece(text, groups, { kind, writing });
    for (const edit of written.edits) edits.push(edit);
    for (const doubt of written.doubts) doubts.push(doubt);
    return written;
  };
  const optional = (groups: readonly Group[] = [], kind: RuleContext['kind'] = 'display') =>
    groups.length > 0 ? write(groups, kind).piece : null;
  return {
    edits,
    doubts,
    furniture: (group) => write([group], 'display').piece,
    story({ head, blocks }) {
      const written = blocks.map((group) => {
        const role = roleOf(group);
        return { role, ...write([group], kindOf(role, group.label)) };
      });
      return {
        headline: optional(head?.headline),
        kicker: optional(head?.kicker),
        deck: optional(head?.deck),
        byline: optional(head?.byline, 'byline'),
        dateline: written.find(({ dateline }) => dateline)?.dateline ?? null,
        blocks: written.map(({ role, piece }): Block => ({ role, ...piece })),
        reset: sumOf(written.map(({ reset }) => reset)),
      };
    },
  };
}

function sumOf(resets: readonly Reset[]): Reset {
  const sum: Reset = { lines: 0, same: 0 };
  for (const { lines, same } of resets) {
    sum.lines += lines;
    sum.same += same;
  }
  return sum;
}

function kindOf(role: Role, label: Label): RuleContext['kind'] {
  if (label === 'names') return 'names';
  if (role === 'table') return 'table';
  return role === 'crosshead' || role === 'credit' || role === 'verse' ? 'display' : 'text';
}

/** The role of a group among a story's blocks: stray parts of a title become crossheads. */
function roleOf({ label }: Group): Role {
  if (label === 'kicker' || label === 'headline' || label === 'deck') return 'crosshead';
  if (label === 'byline') return 'credit';
  return label === 'furniture' || label === 'names' ? 'paragraph' : label;
}
