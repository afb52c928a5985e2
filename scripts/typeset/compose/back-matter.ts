import type { Edition } from '../../article/edition.js';
import type { Issue } from '../../article/issue.js';
import { colophon } from '../parts/colophon.js';
import { index, indexNames, newIndexEntries } from '../parts/index-entries.js';
import { type Noted, notes } from '../parts/notes.js';
import { inBoth } from '../parts/parallel/parallel-part.js';
import type { Part } from '../parts/part.js';
import { asked, type Plan } from './plan.js';

/** 校记, 索引, 编校说明. */
interface BackMatter {
  parts: Part[];
  /** True for facing pages in two languages. */
  faces: boolean;
}

/**
 * The parts after the stories. The index gives ids to the names in the stories. `areNoted` is true if the stories'
 * notes follow each story.
 */
export function backMatter(plan: Plan, noted: Noted, areNoted: boolean): BackMatter {
  const { issue, edition, design, has, facing } = plan;
  const entries = newIndexEntries();
  if (has.has('index')) for (const story of noted.stories) indexNames(story, design.names ?? [], entries);
  const listed = asked(plan, 'index', () => index(entries, design.names ?? [], edition)).flatMap(
    (part) => part ?? [],
  );
  // A spread ends on a recto, a bound book on the verso of its last leaf. There its colophon is one page; if an index
  // of names in one language precedes it, it follows that.
  const faces = facing.facing === true && !design.binding && listed.length === 0;
  const remarks = areNoted ? [] : asked(plan, 'notes', () => notesIn(noted));
  const words = asked(plan, 'colophon', () => colophon);
  const inLanguages = (...makes: Parameters<typeof inBoth>[2]) => inBoth(issue, edition, makes, faces);
  // Facing pages are one part.
  const parts = faces
    ? inLanguages(...remarks, ...words)
    : [...inLanguages(...remarks), ...listed, ...inLanguages(...words)];
  return { parts, faces };
}

/** 校记 in either language of an edition: a translation quotes the words that it was made of. */
const notesIn = (noted: Noted) => (issue: Issue, edition: Edition) =>
  notes({ ...noted, issue, edition, ...(edition.isTranslated && { quoted: noted.edition }) });
