import { compatibilityIdeograph } from './compatibility-ideograph.js';
import { controlCharacter } from './control-character.js';
import { dash } from './dash.js';
import { doubledHeading } from './doubled-heading.js';
import { ellipsis } from './ellipsis.js';
import { fullWidthAlphanumeric } from './full-width-alphanumeric.js';
import { justificationSpace } from './justification-space.js';
import { letterSpacing } from './letter-spacing.js';
import { ligature } from './ligature.js';
import { lookalike } from './lookalike.js';
import { middleDot } from './middle-dot.js';
import { numeralZero } from './numeral-zero.js';
import { ocrSpace } from './ocr-space.js';
import { phraseSpace } from './phrase-space.js';
import { punctuationWidth } from './punctuation-width.js';
import { radical } from './radical.js';
import type { CharacterRule } from './rule.js';
import { straightQuote } from './straight-quote.js';
import { symbolFontRule } from './symbol-font.js';
import { unbalancedQuote } from './unbalanced-quote.js';
import { unknownCharacter } from './unknown-character.js';
import { verticalForm } from './vertical-form.js';

/** 校勘规则: the character rules in order of application. */
export const characterRules: readonly CharacterRule[] = [
  letterSpacing,
  controlCharacter,
  radical,
  compatibilityIdeograph,
  symbolFontRule,
  ligature,
  verticalForm,
  fullWidthAlphanumeric,
  doubledHeading,
  ocrSpace,
  phraseSpace,
  justificationSpace,
  dash,
  ellipsis,
  punctuationWidth,
  middleDot,
  numeralZero,
  straightQuote,
  unbalancedQuote,
  lookalike,
  unknownCharacter,
];
