import type { Stretch } from './find-added.js';
import type { Change } from './rewrite.js';
import type { ContentScan } from './scan-content.js';

/** The type of the element that holds a marked-content sequence; undefined when none does. */
export type TypeOf = (mcid: number) => string | undefined;

/**
 * The changes of a content stream that give every mark the type of its element, and make everything outside elements,
 * running heads and folios, rules and fills, an Artifact (PDF/UA-1 §7.1: content is either tagged or an artifact).
 * Additions to the text of an element get no text: an artifact must not be inside a tag.
 */
export function markContent(
  { sequences, seams, loose, added = [] }: ContentScan & { added?: readonly Stretch[] },
  typeOf: TypeOf,
): Change[] {
  const changes: Change[] = [];
  const put = (start: number, end: number, text: string) =>
    changes.push({ start, end, bytes: Buffer.from(text, 'latin1') });
  for (const { mcid, start, end } of sequences) {
    const type = typeOf(mcid);
    put(start, end, type === undefined ? '/Artifact BMC' : `/${type} <</MCID ${mcid}>> BDC`);
  }
  for (const [start, end] of seams) put(start, end, '');
  const enclose = ([start, end]: Stretch, mark: string) => {
    put(start, start, `${mark}\n`);
    put(end, end, '\nEMC');
  };
  for (const stretch of loose) enclose(stretch, '/Artifact BMC');
  for (const stretch of added) enclose(stretch, '/Span <</ActualText ()>> BDC');
  return changes;
}
