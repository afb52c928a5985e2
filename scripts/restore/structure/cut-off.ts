import type { Page, Run } from '../measure/page.js';
import { edgeNumbers } from '../numbers/structure.js';

const { mostRoom, mostExcess } = edgeNumbers;

/**
 * True if the source's last line may be the first of a paragraph that was cut off there: it is as long as its measure
 * allows. A shorter line without a stop is no part of text.
 */
export function mayBeCutOff({ shape, lines }: Page, runs: readonly Run[]): boolean {
  const last = lines.length - 1;
  const setting = runs.at(-1)?.setting;
  if (!setting || !Number.isFinite(setting.measure)) return true;
  const room = setting.measure - shape.width[setting.widths]![last]!;
  return [0, setting.indent].some((indent) => room >= indent - mostExcess && room <= indent + mostRoom);
}
