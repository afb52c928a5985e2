import { formatMessage } from '../../article/problem.js';
import type { Source } from '../../article/source.js';
import { installedEngines } from './recognize.js';

/**
 * Has the pages of a source recognised that are pictures among others with text, where a program for it is installed. The
 * source is of use without them: why they could not be read is told with it.
 *
 * @returns undefined if nothing was recognised
 */
export async function recognizeSome<T>(source: Source, recognize: () => Promise<T>): Promise<T | undefined> {
  if (!source.hasScans || (await installedEngines()).length === 0) return undefined;
  try {
    return await recognize();
  } catch (error) {
    if ((error as { source?: string }).source !== 'chongpai') throw error;
    source.told = [...(source.told ?? []), formatMessage(error as Parameters<typeof formatMessage>[0])];
    return undefined;
  }
}
