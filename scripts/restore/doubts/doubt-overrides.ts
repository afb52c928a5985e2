import type { Range } from '../../article/ledger.js';
import type { Doubt, Piece, Restoration } from '../../article/restoration.js';
import { isSpace } from '../../text/characters.js';
import { messageNumbers } from '../numbers/doubts.js';
import type { Placed } from '../overrides.js';

const { quoted } = messageNumbers;

type Result = Pick<Restoration, 'articles' | 'furniture'>;

/**
 * Doubts about overrides that were placed and are not in the result, because of another decision. A person's override
 * is carried out, or reported with the obstacle; never dropped.
 */
export function doubtOverrides(source: string, placed: Placed, result: Result): Doubt[] {
  const { joins, breaks, roles, titles } = placed;
  if (joins.size + breaks.size + roles.length + titles.length === 0) return [];
  const pieces = namedPieces(result);
  const at = (place: number) =>
    pieces.find(({ piece }) => piece.ranges.some(([start, end]) => place >= start && place < end));
  const doubts: Doubt[] = [];
  const doubt = ([start, end]: Range, reason: string) =>
    doubts.push({ start, end, ruleId: 'override', reason: `${reason}; it was not applied` });
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
