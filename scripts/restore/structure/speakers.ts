import { han } from '../../text/characters.js';
import { foldLine } from '../../text/fold.js';
import { pattern } from '../../text/pattern.js';
import { sayingVerb } from '../../text/press/words.js';
import type { Line } from '../measure/lines.js';
import { medianOf } from './furniture/page-view.js';

const name = pattern('u')`^([${han}·]{1,8})：`;
const colons = [...'：:︰'];
/** Words that are not names: 会议指出： opens no speech, and 说明： is a field. */
const noName = pattern('u')`(?:${sayingVerb}|[说称道问答下是有为条款项]|认为|例如|其中)$`;

/** 发言人: a name and colon at the beginning of two or more lines, after a complete line or a blank one. */
export function findSpeakers(lines: readonly Line[]): (line: Line) => boolean {
  const counts = new Map<string, number>();
  // Where blank lines part all lines, one more than usual parts blocks.
  const usual = medianOf(lines.map(({ newlines }) => newlines));
  lines.forEach((line, index) => {
    const found = nameOf(line);
    if (found === undefined) return;
    const before = lines[index - 1];
    const isFree = !before || line.newlines > usual || /[。！？…”）.!?]$/u.test(foldLine(before.text));
    if (isFree) counts.set(found, (counts.get(found) ?? 0) + 1);
    else counts.set(found, Number.NEGATIVE_INFINITY);
  });
  return (line) => {
    const found = nameOf(line);
    return found !== undefined && counts.get(found)! >= 2;
  };
}

function nameOf({ text }: Line): string | undefined {
  if (!colons.some((colon) => text.includes(colon))) return undefined;
  const found = name.exec(foldLine(text).slice(0, 12))?.[1];
  return found && !noName.test(found) ? found : undefined;
}
