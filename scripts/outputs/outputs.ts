import type { Output } from './output.js';
import { pdf } from './pdf.js';
import { press } from './press.js';

/** 成品表: the outputs of an edition, in the order of making. */
export const outputs: readonly Output[] = [pdf, press];
