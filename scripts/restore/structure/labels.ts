import { foldLine } from '../../text/fold.js';
import { isJump } from '../../text/press/jumps.js';
import { isCaption, isCredit } from '../../text/press/names.js';
import { withoutLetterSpacing } from '../rules/letter-spacing.js';
import type { Group, Label } from '../write/groups.js';

/** What a group's own words make of it, whatever its lines look like. */
export function labelOf({ label, text }: Group): Label {
  const plain = withoutLetterSpacing(text);
  if (isJump(plain)) return 'jump';
  // What ends so announces what follows, or goes on.
  if ((label === 'headline' || label === 'crosshead') && /[：；，]$/u.test(foldLine(plain)))
    return 'paragraph';
  if (label !== 'paragraph') return label;
  if (isCredit(plain)) return 'credit';
  return isCaption(plain) ? 'caption' : label;
}
