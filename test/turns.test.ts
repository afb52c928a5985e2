import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { newTurns } from '../scripts/chromium/turns.js';

it('works take turns: two at once, in their order, also after one that fails', async () => {
  const inTurn = newTurns(() => 2);
  const begun: number[] = [];
  let [running, most] = [0, 0];
  const work = (index: number) =>
    inTurn(async () => {
      begun.push(index);
      most = Math.max(most, ++running);
      await setTimeout(index === 0 ? 20 : 1);
      running--;
      if (index === 1) throw new Error('failed');
      return index;
    });
  const ended = await Promise.allSettled([0, 1, 2, 3, 4].map(work));
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true]);
});

it('one at a time where there is room for no more, and the next when that one has ended', async () => {
  const inTurn = newTurns(() => 1);
  let end: () => void = () => undefined;
  const first = inTurn(() => new Promise<void>((ended) => (end = ended)));
  let isBegun = false;
  const second = inTurn(async () => {
    isBegun = true;
  });
  await setTimeout(1);
  expect(isBegun).toBe(false);
  end();
  await Promise.all([first, second]);
  expect(isBegun).toBe(true);
});
