import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from './article/problem.js';
import { say } from './article/words/say.js';
import type { Place } from './config.js';
import type { BoundPages } from './prepress/impose/bound-pages.js';
import { checkPress } from './prepress/impose/check-press.js';
import { coverSheet } from './prepress/impose/cover-sheet.js';
import { calibrationSheet, dummyBook } from './prepress/impose/dummy.js';
import { feedingOf, type Sentences } from './prepress/impose/feed.js';
import { hasFullBleed } from './prepress/impose/full-bleed.js';
import { type ImposeTask, impose } from './prepress/impose/impose.js';
import type { OutputProfile } from './prepress/impose/pdf-x.js';
import { type Press, thicknessOf } from './prepress/impose/press.js';
import { readPdf } from './prepress/read/read-pdf.js';
import type { PressEnding } from './press-files.js';
import { failedProof } from './proof.js';

/** A file for the press, by the ending of its name behind the edition's. */
export interface PressFile {
  ending: PressEnding;
  pdf: Uint8Array;
}

/** What the report says of a press file. */
export interface PressReport {
  scheme: Press['scheme'];
  sheet: string;
  sheets: number;
  sides: number;
  /** Thickness of a sheet, in mm. */
  paperMm: number;
  /** White pages that the book planned for its binding. */
  whites: number;
  /** How to print and bind it. */
  feed: Sentences;
  /** Why it is not labelled PDF/X-4. */
  unlabelled?: string;
  /** Width of the cover's spine, in mm. */
  spineMm?: number;
}

/** What is pressed: a proven PDF and how. */
export interface PressTask {
  pdf: Uint8Array;
  bound: BoundPages;
  press: Press;
  place: Pick<Place, 'root'>;
  modified: Date;
  /** The same book on pages that reach beyond their trim by so many mm. */
  withBleed: (bleedMm: number) => Promise<Uint8Array>;
  /** Pages with numbers alone, and a sheet to calibrate the printer with. */
  withDummy?: boolean;
}

/**
 * 付印: the press file of a proven PDF, proven itself by folding it; with a cover of its own where it has one.
 *
 * @throws a problem with the numbers when the scheme cannot be folded, or with what the proof found.
 */
export async function pressBook(task: PressTask): Promise<{ files: PressFile[]; report: PressReport }> {
  const { pdf, bound, press, place, modified } = task;
  const profile = press.profile === undefined ? undefined : readProfile(place.root, press.profile);
  const { title, trim, binding, innerMm, inside, whites, cover } = bound;
  const shared = { trim, binding, innerMm, press, title, modified, ...(profile && { profile }) };
  const reading = await readPdf(pdf);
  // Where nothing reaches the edge, there is nothing beyond it.
  const bleeds = press.bleed > 0 && hasFullBleed(reading);
  const source = bleeds ? await task.withBleed(press.bleed) : pdf;
  const made = await impose(source, { ...shared, pages: inside });
  const { plan, unlabelled } = made;
  const findings = checkPress({
    reading,
    pressed: await readPdf(made.pdf),
    pages: inside,
    plan,
    press,
    binding,
    trim,
  });
  if (findings.length > 0) throw failedProof(findings);
  const files: PressFile[] = [{ ending: 'press.pdf', pdf: made.pdf }];
  const wrapped = cover && (await coverSheet(source, cover, { ...shared, inside: inside.length }));
  if (wrapped) files.push({ ending: 'cover.pdf', pdf: wrapped.pdf });
  if (task.withDummy) files.push(...(await dummies(inside.length, plan.sheet, shared)));
  const report: PressReport = {
    scheme: press.scheme,
    sheet: plan.sheet.name,
    sheets: plan.sheets.length,
    sides: plan.sheets.reduce((sum, { back }) => sum + (back ? 2 : 1), 0),
    paperMm: thicknessOf(press),
    whites,
    feed: feedingOf(plan, press),
    ...(unlabelled !== undefined && { unlabelled }),
    ...(wrapped && { spineMm: Math.round(wrapped.spineMm * 100) / 100 }),
  };
  return { files, report };
}

async function dummies(
  pages: number,
  sheet: { widthMm: number; heightMm: number },
  task: ImposeTask,
): Promise<PressFile[]> {
  const dummy = await impose(await dummyBook(pages, task.trim), task);
  return [
    { ending: 'dummy.pdf', pdf: dummy.pdf },
    { ending: 'calibration.pdf', pdf: await calibrationSheet(sheet) },
  ];
}

/** Profiles of presses have some megabytes; a larger file is something else. */
const mostProfileBytes = 16 * 2 ** 20;

function readProfile(root: string, name: string): OutputProfile {
  const path = join(root, 'manuscript', name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size > mostProfileBytes)
    throw problem(say('no-profile', name), {
      ruleId: 'press',
      note: say('profile-of-printer'),
    });
  return { name, bytes: new Uint8Array(readFileSync(path)) };
}
