import type { Stretch } from './find-added.js';
import type { ContentScan } from './scan-content.js';

/** The type of the element that holds a marked-content sequence; undefined when none does. */
export type TypeOf = (mcid: number) => string | undefined;

/**
 * Rewrites a content stream so that every mark names what its text is, and all that no element holds, running heads
 * and folios, rules and fills, is an Artifact (PDF/UA-1 §7.1: content is either tagged or an artifact). What was added
 * to the text of an element says nothing: an artifact must not stand in a tag.
 */
export function markContent(
  bytes: Uint8Array,
  { sequences, loose, added = [] }: ContentScan & { added?: readonly Stretch[] },
  typeOf: TypeOf,
): Uint8Array {
  const changes: { start: number; end: number; text: string }[] = [];
  for (const { mcid, start, end } of sequences) {
    const type = typeOf(mcid);
    const text = type === undefined ? '/Artifact BMC' : `/${type} <</MCID ${mcid}>> BDC`;
    changes.push({ start, end, text });
  }
  const enclose = ([start, end]: Stretch, mark: string) =>
    changes.push({ start, end: start, text: `${mark}\n` }, { start: end, end, text: '\nEMC' });
  for (const stretch of loose) enclose(stretch, '/Artifact BMC');
  for (const stretch of added) enclose(stretch, '/Span <</ActualText ()>> BDC');
  changes.sort((one, other) => one.start - other.start || one.end - other.end);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of changes) {
    parts.push(bytes.subarray(at, start), Buffer.from(text, 'latin1'));
    at = end;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}
