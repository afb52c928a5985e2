/** One change of a content stream: the bytes [start, end) become others. */
export interface Change {
  start: number;
  end: number;
  bytes: Uint8Array;
}

/** A content stream with its changes made; they must not overlap. */
export function rewrite(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  if (changes.length === 0) return bytes;
  const inOrder = [...changes].sort((one, other) => one.start - other.start || one.end - other.end);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const change of inOrder) {
    parts.push(bytes.subarray(at, change.start), change.bytes);
    at = change.end;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}
