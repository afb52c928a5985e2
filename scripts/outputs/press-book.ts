import { join } from 'node:path';
import { readBytes } from '../article/manuscript.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import type { Language } from '../article/words/sentence.js';
import { checkPress } from '../prepress/impose/check-press.js';
import { coverSheet } from '../prepress/impose/cover-sheet.js';
import { calibrationSheet, dummyBook } from '../prepress/impose/dummy.js';
import { feedingOf } from '../prepress/impose/feed.js';
import { hasFullBleed } from '../prepress/impose/full-bleed.js';
import { type Imposed, type ImposeTask, impose } from '../prepress/impose/impose.js';
import type { OutputProfile } from '../prepress/impose/pdf-x.js';
import { type Press, thicknessOf } from '../prepress/impose/press.js';
import { readPdf } from '../prepress/read/read-pdf.js';
import { failedProof } from '../proof.js';
import { makeWithBleed } from './make-pdf.js';
import type { Made, Making, OutputFile } from './output.js';
import { pdf } from './pdf.js';

/** Facts about a press file for the report. */
export interface PressFacts {
  scheme: Press['scheme'];
  sheet: string;
  sheets: number;
  sides: number;
  /** Thickness of a sheet, in mm. */
  paperMm: number;
  /** Number of blank pages that the book has for its binding. */
  whites: number;
  /** Instructions for printing and binding it. */
  feed: Readonly<Record<Language, string>>;
  /** The reason that it is not labelled PDF/X-4. */
  unlabelled?: string;
  /** Width of the cover's spine, in mm. */
  spineMm?: number;
}

/**
 * 付印: the press file of a proven PDF, proven itself by folding it; with a separate cover if there is one.
 *
 * @throws a problem with the numbers when the scheme cannot be folded, or with the findings of the proof.
 */
export async function pressBook(making: Making, press: Press): Promise<Made<PressFacts, null>> {
  const { place, modified } = making;
  const { files, rest: bound } = await making.made(pdf);
  const book = files[0]!.bytes;
  const profile = press.profile === undefined ? undefined : readProfile(place.root, press.profile);
  const { title, trim, binding, innerMm, inside, cover } = bound;
  const shared = { trim, binding, innerMm, press, title, modified, ...(profile && { profile }) };
  if (press.cover === 'separate' && !cover)
    throw problem(say('no-cover-to-part'), { ruleId: 'press', note: say('cover-among-parts') });
  const reading = await readPdf(book);
  // Where nothing reaches the edge, there is nothing beyond it.
  const bleeds = press.bleed > 0 && hasFullBleed(reading);
  const source = bleeds ? await makeWithBleed(making, press.bleed) : book;
  const made = await impose(source, { ...shared, pages: inside });
  const { plan } = made;
  const pressed = await readPdf(made.pdf);
  const findings = checkPress({ reading, pressed, pages: inside, plan, press, binding, trim });
  if (findings.length > 0) throw failedProof(findings);
  const wrapped = cover && (await coverSheet(source, cover, { ...shared, inside: inside.length }));
  return {
    files: [
      { ending: 'press.pdf', bytes: made.pdf },
      ...(wrapped ? [{ ending: 'cover.pdf', bytes: wrapped.pdf }] : []),
      ...(press.dummy ? await dummies(inside.length, plan.sheet, shared) : []),
    ],
    facts: { ...factsOf(made, press), whites: bound.whites, ...(wrapped && spineOf(wrapped)) },
    rest: null,
    open: [],
  };
}

function factsOf({ plan, unlabelled }: Pick<Imposed, 'plan' | 'unlabelled'>, press: Press) {
  return {
    scheme: press.scheme,
    sheet: plan.sheet.name,
    sheets: plan.sheets.length,
    sides: plan.sheets.reduce((sum, { back }) => sum + (back ? 2 : 1), 0),
    paperMm: thicknessOf(press),
    feed: feedingOf(plan, press),
    ...(unlabelled !== undefined && { unlabelled }),
  };
}

const spineOf = ({ spineMm }: { spineMm: number }) => ({ spineMm: Math.round(spineMm * 100) / 100 });

async function dummies(
  pages: number,
  sheet: { widthMm: number; heightMm: number },
  task: ImposeTask,
): Promise<OutputFile[]> {
  const dummy = await impose(await dummyBook(pages, task.trim), task);
  return [
    { ending: 'dummy.pdf', bytes: dummy.pdf },
    { ending: 'calibration.pdf', bytes: await calibrationSheet(sheet) },
  ];
}

function readProfile(root: string, name: string): OutputProfile {
  const bytes = readBytes(join(root, 'manuscript', name));
  if (!bytes) throw problem(say('no-profile', name), { ruleId: 'press', note: say('profile-of-printer') });
  return { name, bytes };
}
