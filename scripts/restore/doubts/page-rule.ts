import type { Layout } from '../../article/layout.js';
import type { Edit } from '../../article/ledger.js';
import type { Doubt, Gap, Restoration } from '../../article/restoration.js';
import type { Analysis } from '../analyse.js';
import type { Decided } from '../notation/index.js';
import type { Placed } from '../overrides.js';
import type { Rule } from '../rules/rule.js';
import type { Stories } from '../structure/stories.js';

/** Findings of a restoration about a page, about which rules ask or tell. */
export interface Findings extends Pick<Restoration, 'articles' | 'furniture'> {
  text: string;
  /** Sentences about content that reading the file left out, … */
  told: readonly string[];
  /** … and the places of its lines. */
  layout: Layout | undefined;
  /** Rules that are off. */
  off: ReadonlySet<string>;
  placed: Placed;
  decided: Decided;
  analysis: Analysis;
  found: Pick<Stories, 'weak' | 'openJumps'>;
  edits: readonly Edit[];
  gaps: readonly Gap[];
}

/** A rule about lines or structure that asks, or tells of what it did. */
export interface PageRule extends Rule {
  doubt(page: Findings): Doubt[];
}
