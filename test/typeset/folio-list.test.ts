import { describe, expect, it } from 'vitest';
import { guessKind } from '../../scripts/edition/lexicon/name-kind.js';
import { folioList } from '../../scripts/typeset/assemble/folio-list.js';

const room = (count: number) => new Array(count).fill('000').join('，');

describe('folios of the index', () => {
  it('are told once each, pages in a row as a stretch', () => {
    expect(folioList(['3', '3', '7', '12', '13', '14', '15', '20', '21'], room(9))).toBe(
      '3，7，12–15，20，21',
    );
    expect(folioList(['iv', 'v', '1', '2', '3'], room(9))).toBe('iv，v，1–3');
  });

  it('take no more than the room that was kept for them', () => {
    const many = Array.from({ length: 30 }, (_, at) => `${100 + 2 * at}`);
    const text = folioList(many, room(6));
    expect(text).toBe('100，102，104，106，108…');
    expect(text.length).toBeLessThanOrEqual(room(6).length);
    expect(folioList(['1234'], '000')).toBe('1234');
  });
});

describe('the list that a name goes into', () => {
  it.each([
    ['王小明', 'person'],
    ['畢曉峰', 'person'],
    ['镍都', 'other'],
    ['弗拉基米尔·普京', 'person'],
    ['钟南山', 'person'],
    ['鍾南山', 'person'],
    ['李大海', 'person'],
    ['王长江', 'person'],
    ['黄浦江', 'place'],
    ['白云山', 'place'],
    ['黄山', 'place'],
    ['温泉村', 'place'],
    ['永昌縣', 'place'],
    ['金昌', 'place'],
    ['高雄', 'place'],
    ['金川集团', 'other'],
    ['紫金云', 'other'],
  ])('%s: %s', (name, kind) => expect(guessKind(name)).toBe(kind));
});
