import { describe, expect, it } from 'vitest';
import { readNames } from '../../scripts/edition/lexicon/names.js';
import { proposeNames } from '../../scripts/edition/lexicon/propose-names.js';

const none = readNames([], 'zh-Hant-TW');
const found = (text: string, names = none) => {
  const all = proposeNames(text, names);
  const of = (kind: string) => all.filter((one) => one.kind === kind).map(({ source }) => source);
  return { persons: of('person'), places: of('place') };
};

describe('names are proposed', () => {
  it.each([
    ['记者从永昌县城关镇金川东村了解到，喇叭泉村今年种植玉米。', '永昌县 城关镇 金川东村 喇叭泉村'],
    ['双湾镇、宁远堡镇和水源镇的农业园区建设加快。', '双湾镇 宁远堡镇 水源镇'],
    ['县水务局在皇城水库蓄水，游客沿着青土湖走到红崖山水库。', '皇城水库 青土湖 红崖山水库'],
    ['在北京路街道桂林路，干部走访群众。', '北京路 桂林路'],
    ['甘肃省金昌市召开会议。', '甘肃省 金昌市'],
  ])('places of %s', (text, places) => {
    expect(found(text).places).toEqual(places.split(' '));
  });

  it.each([
    '全县十个乡镇、一百二十个行政村完成任务，示范村面貌一新。',
    '老旧小区改造完成，城乡居民收入增长，农村道路通了。',
    '加快城镇建设，推进社区服务，新思路打开新门路。',
    '他爬上高山，渡过大江大河，走过许多弯路。',
  ])('no place in %s', (text) => {
    expect(found(text).places).toEqual([]);
  });

  it('in a Traditional text as in its Simplified one, each in its own characters', () => {
    const text = '記者李建華從永昌縣城關鎮了解到，喇叭泉村今年種植玉米。';
    expect(found(text)).toEqual({ persons: ['李建華'], places: ['永昌縣', '城關鎮', '喇叭泉村'] });
  });

  it('once each, the most frequent first, and not when a names file has them', () => {
    const text = '双湾镇很美。市长王琳玺来到双湾镇。双湾镇、东寨镇迎来客人。';
    expect(found(text)).toEqual({ persons: ['王琳玺'], places: ['双湾镇', '东寨镇'] });
    const names = readNames([{ path: 'names.txt', text: '雙灣鎮\n王琳璽\n' }], 'zh-Hant-TW');
    expect(found(text, names)).toEqual({ persons: [], places: ['东寨镇'] });
  });
});
