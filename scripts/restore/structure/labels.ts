import { isSpace } from '../../text/characters.js';
import { endsEnacted, isArticle, isEnactment, isSpeaker } from '../../text/press/items.js';
import { isJump } from '../../text/press/jumps.js';
import { isByline, isCaption, isCredit, isPenName } from '../../text/press/names.js';
import { withoutLetterSpacing } from '../rules/letter-spacing.js';
import type { Group, Label } from '../write/groups.js';

/** The label that a group's own text gives it. */
export function labelOf(group: Group): Label {
  const text = withoutLetterSpacing(group.text);
  if (isJump(text)) return 'jump';
  if (isByline(text)) return 'byline';
  if (isCredit(text)) return 'credit';
  if (isCaption(text)) return 'caption';
  if (!group.isDisplay || isSentence(text)) return 'paragraph';
  if (isPenName(text)) return 'byline';
  if (/^(?:——|―|──|--)/u.test(text) && visibleLength(text) > 5) return 'deck';
  return 'crosshead';
}

/** A headline of more characters fits no page. */
const longestHeading = 44;

/** What stands alone like a heading and is none: it announces what follows, is an article of law, or dates an act. */
function isSentence(text: string): boolean {
  return (
    visibleLength(text) > longestHeading ||
    (text.match(/[，。；,;]/gu)?.length ?? 0) > 2 ||
    /。./u.test(text) ||
    /^[…—\s]+$/u.test(text) ||
    isSpeaker(text) ||
    /[：；，]$/u.test(text) ||
    isArticle(text) ||
    (isEnactment(text) && endsEnacted(text))
  );
}

export function visibleLength(text: string): number {
  let length = 0;
  for (const char of text) if (!isSpace(char)) length++;
  return length;
}
