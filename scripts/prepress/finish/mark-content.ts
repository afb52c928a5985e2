import type { ContentScan } from './scan-content.js';

/** The type of the element that holds a marked-content sequence; undefined when none does. */
export type TypeOf = (mcid: number) => string | undefined;

/**
 * Rewrites a content stream so that every mark names what its text is, and all that no element holds, running heads
 * and folios, rules and fills, is an Artifact (PDF/UA-1 §7.1: content is either tagged or an artifact).
 */
export function markContent(bytes: Uint8Array, scan: ContentScan, typeOf: TypeOf): Uint8Array {
  const changes: { start: number; end: number; text: string }[] = [];
  for (const { mcid, start, end } of scan.sequences) {
    const type = typeOf(mcid);
    const text = type === undefined ? '/Artifact BMC' : `/${type} <</MCID ${mcid}>> BDC`;
    changes.push({ start, end, text });
  }
  for (const [start, end] of scan.loose) {
    changes.push({ start, end: start, text: '/Artifact BMC\n' }, { start: end, end, text: '\nEMC' });
  }
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
