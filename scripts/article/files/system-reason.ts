import { type Said, say } from '../words/say.js';

const reasons: Readonly<Record<string, Said>> = {
  EACCES: say('denied'),
  EPERM: say('denied'),
  EROFS: say('read-only'),
  ENOSPC: say('disk-full'),
  EDQUOT: say('disk-full'),
  EFBIG: say('file-limit'),
  EIO: say('disk-error'),
  ENOMEM: say('no-memory'),
  EAGAIN: say('no-processes'),
  EMFILE: say('too-many-open'),
  ENFILE: say('system-too-many-open'),
  ENOENT: say('is-not-there'),
  ENOTDIR: say('is-not-there'),
  ELOOP: say('link-to-itself'),
  ENAMETOOLONG: say('long-name'),
  EISDIR: say('is-folder'),
  ENXIO: say('is-socket'),
  EBUSY: say('file-busy'),
  ETXTBSY: say('file-busy'),
  ESTALE: say('file-moved'),
};

/** Meanings that differ when writing. */
const whenWriting: Readonly<Record<string, Said>> = {
  ENOENT: say('not-allowed-there'),
  ENOTDIR: say('file-in-the-way'),
  EEXIST: say('file-in-the-way'),
  EISDIR: say('folder-in-the-way'),
};

/** The reason of a refusal by the system, in a person's words; its own code where there are none. */
export function systemReason({ code, message }: NodeJS.ErrnoException, isWriting = false): Said | string {
  return (isWriting ? whenWriting[code ?? ''] : undefined) ?? reasons[code ?? ''] ?? code ?? message;
}

/** True for an error of the system, such as from `open`: no error of ours has a call and a code. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;
