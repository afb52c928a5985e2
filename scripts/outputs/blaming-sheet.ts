import { relative } from 'node:path';
import { VFileMessage } from 'vfile-message';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import type { Place } from '../config.js';
import { ownSheetOf } from '../design.js';

/** Problems of a browser that was kept busy or brought down by what it was given. */
const ofTheBrowser = ['layout-time', 'browser'];

/**
 * Runs work in the browser. Where that hangs or ends, and the publication has a style sheet of its own, the remedy
 * names the sheet: chongpai's own sheets are known to work.
 */
export async function blamingSheet<T>(place: Place, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof VFileMessage) || !error.said || !ofTheBrowser.includes(error.ruleId ?? ''))
      throw error;
    const sheet = ownSheetOf(place);
    if (!sheet) throw error;
    throw problem(error.said, {
      ruleId: error.ruleId!,
      note: say('sheet-may-be-why', relative(place.root, sheet.path)),
    });
  }
}
