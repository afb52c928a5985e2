import type { VFileMessage } from 'vfile-message';
import { type ProblemPlace, problem } from '../problem.js';
import { type Said, say } from '../words/say.js';
import { isSystemError, systemReason } from './system-reason.js';

/** Errors of libraries and the engine when a machine or its installation lacks something. */
const kinds: readonly {
  knows: (error: NodeJS.ErrnoException) => boolean;
  says: (first: string) => Said;
  note: Said;
}[] = [
  {
    knows: ({ code }) =>
      code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || code === 'ERR_DLOPEN_FAILED',
    says: (first) => say('incomplete-install', first),
    note: say('install-again'),
  },
  {
    // Arrays, strings and the memory of WebAssembly, each in the engine's words.
    knows: ({ code, message }) =>
      code === 'ERR_OUT_OF_MEMORY' ||
      code === 'ERR_STRING_TOO_LONG' ||
      code === 'ERR_BUFFER_TOO_LARGE' ||
      /allocation failed|invalid (?:string|array|typed array) length|out of memory|could not allocate|memory size exceeded|^aborted\(|memory access out of bounds/i.test(
        message,
      ),
    says: () => say('memory-gone'),
    note: say('more-memory'),
  },
  {
    knows: ({ message }) => /maximum call stack/i.test(message),
    says: () => say('too-deep'),
    note: say('split-it'),
  },
  {
    // Puppeteer's: the browser, or its tab, has gone or does not answer.
    knows: ({ name, message }) =>
      /^(?:ProtocolError|TargetCloseError|ConnectionClosedError|TimeoutError)$/.test(name) ||
      message === 'Page crashed!',
    says: (first) => say('browser-lost', first),
    note: say('fewer-jobs'),
  },
];

/**
 * 机器之故: a thrown error as a problem of the machine, if it is one: a full disk, too little memory, an incomplete
 * installation. It cannot be fixed in chongpai, and is not a fault of chongpai.
 */
export function machineFault(error: unknown, place: ProblemPlace = {}): VFileMessage | undefined {
  if (!(error instanceof Error)) return undefined;
  if (isSystemError(error)) {
    const { path } = error;
    return problem(say('system-refused', systemReason(error)), {
      ...(path !== undefined && { path }),
      ruleId: 'machine',
      ...place,
    });
  }
  const kind = kinds.find(({ knows }) => knows(error));
  return (
    kind &&
    problem(kind.says(error.message.split('\n')[0]!), { note: kind.note, ruleId: 'machine', ...place })
  );
}
