import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';

/** Trim size 成品尺寸 in millimetres. */
export interface Trim {
  /** Its name in the trade, if it has one. */
  name?: string;
  widthMm: number;
  heightMm: number;
  /** True for a phone screen: single pages with equal margins. */
  isScreen?: true;
}

/** The usual sizes of the Chinese book trade (GB/T 788) and of ISO 216. */
const sizes: Record<string, Trim> = {
  A4: { widthMm: 210, heightMm: 297 },
  A5: { widthMm: 148, heightMm: 210 },
  A6: { widthMm: 105, heightMm: 148 },
  B5: { widthMm: 176, heightMm: 250 },
  B6: { widthMm: 125, heightMm: 176 },
  '16开': { widthMm: 185, heightMm: 260 },
  大16开: { widthMm: 210, heightMm: 285 },
  '32开': { widthMm: 130, heightMm: 184 },
  大32开: { widthMm: 140, heightMm: 203 },
  '64开': { widthMm: 92, heightMm: 126 },
  '8开': { widthMm: 260, heightMm: 368 },
  phone: { widthMm: 80, heightMm: 142, isScreen: true },
};

/** Sheets that a press or a desk can still handle. */
const least = 60;
const most = 500;

/**
 * A trim size by its name, or as `width×height` in millimetres (140x203).
 *
 * @throws a problem that lists the names.
 */
export function trimOf(name: string, path?: string): Trim {
  const spelled = name
    .trim()
    .replace(/^(\d+|大\d+)\s*k(?:ai)?$/i, '$1开')
    .replace(/^(?:手机|手機)$/, 'phone');
  const usual = [spelled, spelled.toUpperCase(), spelled.toLowerCase()].find((one) => sizes[one]);
  if (usual) return { name: usual, ...sizes[usual]! };
  const [, width, height] = /^(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)(?:\s*mm)?$/i.exec(spelled) ?? [];
  const trim = { widthMm: Number(width), heightMm: Number(height) };
  const isPossible = [trim.widthMm, trim.heightMm].every((mm) => mm >= least && mm <= most);
  if (isPossible) return trim;
  throw problem(say('unknown-trim', name, Object.keys(sizes).join(', ')), {
    ...(path && { path }),
    note: say('trim-range', least, most),
    ruleId: 'trim',
  });
}
