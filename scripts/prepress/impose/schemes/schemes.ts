import { saddle } from './saddle.js';
import type { Scheme } from './scheme.js';
import { signatures } from './signatures.js';
import { single } from './single.js';
import { stab } from './stab.js';
import { stack } from './stack.js';

/** The schemes by the name that `--press` takes. */
export const schemes = { saddle, signatures, stack, stab, single } satisfies Record<string, Scheme>;

export type SchemeId = keyof typeof schemes;

export const schemeIds = Object.keys(schemes) as SchemeId[];
