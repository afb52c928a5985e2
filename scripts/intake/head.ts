/** Bytes needed to tell a kind: the tags of a page's layout follow a header of some hundred bytes. */
const headBytes = 4096;

/** The beginning of a file, one byte per character; of UTF-16 every second byte, which includes all its markup. */
export function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');
  if (/^(?:\xff\xfe|\xfe\xff|<\0|\0<)/.test(head)) return head.replace(/^\xff\xfe|^\xfe\xff|\0/g, '');
  return head.replace(/^\xef\xbb\xbf/, '');
}
