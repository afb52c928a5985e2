import type { Output } from './output.js';
import { pdf } from './pdf.js';
import { press } from './press.js';

/** 成品表: what a build can make of an edition, in the order in which it makes it. */
export const outputs: readonly Output[] = [pdf, press];
