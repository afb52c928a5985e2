import type { Edit, Range } from '../../article/ledger.js';
import type { Doubt, Piece, Restoration } from '../../article/restoration.js';
import { isSpace } from '../../text/characters.js';
import { forms } from '../notation/index.js';
import { messageNumbers } from '../numbers/doubts.js';
import type { Placed } from '../overrides.js';
import { characterRules } from '../rules/index.js';
import { furnitureKinds } from '../structure/furniture/furniture.js';
import { type Correction, replace } from '../write/corrections.js';
import type { PageRule } from './page-rule.js';

const { quoted } = messageNumbers;

type Result = Pick<Restoration, 'articles' | 'furniture'>;

/** 定稿: a person’s decision that was not carried out. */
export const override: PageRule = {
  id: 'override',
  words: {
    reason: [
      '定稿中的词句须在底本中恰好出现一次。',
      '定稿中的詞句須在底本中恰好出現一次。',
      'The words of an override must occur in the source exactly once.',
    ],
    asks: [
      'overrides.yaml 里有一条没有用上',
      'overrides.yaml 裡有一條沒有用上',
      'An entry of overrides.yaml was not applied',
    ],
    remedy: ['改它的词句，或删去这一条。', '改它的詞句，或刪去這一條。', 'Fix its words, or delete it.'],
  },
  doubt: (page) => [
    ...page.placed.stale,
    ...doubtOverrides(page.text, page.placed, page),
    ...doubtCorrections(page.placed.corrections, page.edits),
    ...doubtRules(page.off),
  ],
};

/**
 * Doubts about overrides that were placed and are not in the result, because of another decision. A person's override
 * is carried out, or reported with the obstacle; never dropped.
 */
function doubtOverrides(source: string, placed: Placed, result: Result): Doubt[] {
  const { joins, breaks, roles, titles } = placed;
  if (joins.size + breaks.size + roles.length + titles.length === 0) return [];
  const pieces = namedPieces(result);
  const at = (place: number) =>
    pieces.find(({ piece }) => piece.ranges.some(([start, end]) => place >= start && place < end));
  const doubts: Doubt[] = [];
  const doubt = ([start, end]: Range, reason: string) =>
    doubts.push({ start, end, ruleId: override.id, reason: `${reason}; it was not applied` });
  const wordsOf = ([start, end]: Range) =>
    source.slice(start, Math.min(end, start + quoted)).replace(/\s+/gu, '');
  for (const { range, role } of roles) {
    const found = at(range[0]);
    const isDone = found && (found.role === role || (role === 'headline' && found.role === 'headline'));
    if (!isDone)
      doubt(
        range,
        `Unexpected override role of "${wordsOf(range)}": it is ${found?.role ?? 'no block'}, and not ${role}, for ${role === 'headline' || role === 'kicker' || role === 'deck' || role === 'byline' ? 'no story here takes it; say which with title: {title: …, of: …}' : 'another override decides otherwise'}`,
      );
  }
  for (const place of joins)
    if (at(place) !== at(visibleBefore(source, place)))
      doubt(
        [place, place + 1],
        `Unexpected override join before "${source.slice(place, place + quoted)}": the two sides are ${at(visibleBefore(source, place))?.role} and ${at(place)?.role}; give both one role`,
      );
  for (const place of breaks)
    if (at(place) === at(visibleBefore(source, place)) && place > 0)
      doubt(
        [place, place + 1],
        `Unexpected override break before "${source.slice(place, place + quoted)}": both sides are one ${at(place)?.role}`,
      );
  for (const { title, of } of titles) {
    const story = result.articles.find(({ headline }) => headline && covers(headline, title[0]));
    const isDone = story && (!of || story.blocks.some((block) => covers(block, of[0])));
    if (!isDone)
      doubt(
        title,
        `Unexpected override title "${wordsOf(title)}": these words are no headline of that story`,
      );
  }
  return doubts;
}

const covers = ({ ranges }: Piece, place: number) =>
  ranges.some(([start, end]) => place >= start && place < end);

function namedPieces({ articles, furniture }: Result): { role: string; piece: Piece }[] {
  return [
    ...articles.flatMap(({ blocks, ...story }) => [
      ...(['headline', 'kicker', 'deck', 'byline'] as const).flatMap((role) =>
        story[role] ? [{ role: role as string, piece: story[role] }] : [],
      ),
      ...blocks.map((piece) => ({ role: piece.role as string, piece: piece as Piece })),
    ]),
    ...furniture.map((piece) => ({ role: 'furniture', piece })),
  ];
}

function visibleBefore(source: string, place: number): number {
  let at = place - 1;
  while (at > 0 && isSpace(source.charCodeAt(at))) at--;
  return at;
}

/** Doubts about corrections that are not in the ledger: their words are in two blocks, or were corrected twice. */
function doubtCorrections(corrections: readonly Correction[], edits: readonly Edit[]): Doubt[] {
  const made = edits.filter((edit) => edit.rule === replace.id);
  return corrections
    .filter(({ rule = replace.id }) => rule === replace.id)
    .filter(({ range: [start, end] }) => !made.some((edit) => edit.start <= start && edit.end >= end))
    .map(({ range: [start, end], wanted }) => ({
      start,
      end,
      ruleId: override.id,
      reason: `Unexpected replacement by "${wanted}": the words are in two blocks, or are replaced twice; it was not applied`,
    }));
}

/** Doubts about unknown rules that are switched off. */
function doubtRules(off: ReadonlySet<string>): Doubt[] {
  const known = new Set([
    ...characterRules.map(({ id }) => id),
    ...furnitureKinds,
    'columns',
    ...forms.map(({ id }) => id),
  ]);
  return [...off]
    .filter((id) => !known.has(id))
    .map((id) => ({
      start: 0,
      end: 0,
      ruleId: override.id,
      reason: `Unexpected rule "${id}" to switch off, expected one of ${[...known].join(', ')}`,
    }));
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## words that the source does not have
新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。
===
join: [燃放烟花。|东渠全长]
---
? the text

## a rule that does not exist
新修的东渠昨日放水，沿渠九个村的
农田得到灌溉，村民们在渠边燃放鞭炮。
东渠全长二十三公里，历时两年建成，
投入劳力四万人次。
===
off: [lookalikes]
---
? the text
`;
