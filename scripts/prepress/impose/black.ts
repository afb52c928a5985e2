import { type Change, rewrite } from '../finish/rewrite.js';
import type { Operand } from '../read/read-operand.js';
import { tokenize } from '../read/tokenize.js';

/** Names of the graphics states that switch overprint of fills on and off; `page-form` declares them. */
export const overprintStates = { on: 'ChongpaiOverprint', off: 'ChongpaiKnockout' } as const;

/** 单色, 四色: printing in black only or with process colours. */
export type Inks = 'black' | 'process';

/** True if a content stream uses a colour other than grey. */
export function asksForColour(bytes: Uint8Array): boolean {
  let isColoured = false;
  tokenize(bytes, (operator, operands) => {
    isColoured ||= greyOf(operator, operands) === 'colour';
  });
  return isColoured;
}

/**
 * 单色黑: a browser writes black as RGB, which a press would print with four inks. Greys become grey of the black plate.
 * Where other inks are printed too, full black overprints, so that no white edge shows where plates do not meet; white
 * and greys do not: white that overprints would vanish. Other colours stay as they are.
 */
export function blacken(bytes: Uint8Array, inks: Inks): Uint8Array {
  const changes: Change[] = [];
  tokenize(bytes, (operator, operands, start, end) => {
    const grey = greyOf(operator, operands);
    if (grey === undefined) return;
    if (grey !== 'colour') changes.push({ start, end, bytes: latin1(inkOf(operator, grey, inks)) });
    else if (operator === 'rg')
      changes.push({ start, end: start, bytes: latin1(`/${overprintStates.off} gs `) });
  });
  return rewrite(bytes, changes);
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const isFill = (operator: string) => operator === 'rg' || operator === 'g';

/** The operator that uses only the black ink: as grey (0 is black) or as K of four inks (1 is black). */
function inkOf(operator: string, grey: number, inks: Inks): string {
  const fills = isFill(operator);
  const round = (value: number) => Math.round(value * 1000) / 1000;
  if (inks === 'black') return `${round(grey)} ${fills ? 'g' : 'G'}`;
  const k = round(1 - grey);
  const state = fills ? `/${k === 1 ? overprintStates.on : overprintStates.off} gs ` : '';
  return `${state}0 0 0 ${k} ${fills ? 'k' : 'K'}`;
}

/** The grey that an operator sets, 0 … 1; `colour` for another colour, undefined for another operator. */
function greyOf(operator: string, operands: readonly Operand[]): number | 'colour' | undefined {
  if (operator === 'g' || operator === 'G') return Number(operands[0]);
  if (operator !== 'rg' && operator !== 'RG') return undefined;
  const [red, green, blue] = operands.map(Number);
  // A 255th is the step of the browser's colours.
  const isGrey = Math.abs(red! - green!) < 1 / 512 && Math.abs(green! - blue!) < 1 / 512;
  return isGrey ? red : 'colour';
}
