import { expect, it } from 'vitest';
import { readOverrides } from '../../scripts/article/overrides-file.js';
import { restore } from '../../scripts/restore/index.js';

const source = `老旧小区换新颜
　　本报讯　昨日，城东街道的老旧小区改造工程全部完工。
　　三千余户居民喜迁新居。

春耕备耕忙
　　本报讯　连日来，沿河各村抓紧农时，平整土地。
　　农技人员走进田间，为农户讲解育苗技术。
`;

/** The stories as an editor reads them: title parts in brackets. */
function arranged(yaml: string): string[] {
  const { articles } = restore({ text: source }, { overrides: readOverrides(yaml, 'overrides.yaml') });
  return articles.map(({ kicker, headline, byline, blocks }) =>
    [
      ...[kicker, headline, byline].flatMap((piece) => (piece ? [`[${piece.text}]`] : [])),
      ...blocks.map(({ text, role }) => (role === 'paragraph' ? text : `${role}: ${text}`)),
    ]
      .map((line) => line.slice(0, 13))
      .join(' / '),
  );
}

it('cuts, merges and moves as a person decides, and adds words that the source lacks', () => {
  const plain = arranged('');
  expect(plain).toEqual([
    '[老旧小区换新颜] / 本报讯　昨日，城东街道的老 / 三千余户居民喜迁新居。',
    '[春耕备耕忙] / 本报讯　连日来，沿河各村抓 / 农技人员走进田间，为农户讲',
  ]);
  expect(arranged('merge: [春耕备耕忙]')).toEqual([
    `${plain[0]} / crosshead: 春耕 / 本报讯　连日来，沿河各村抓 / 农技人员走进田间，为农户讲`,
  ]);
  expect(arranged('cut: [农技人员]')).toEqual([
    plain[0],
    '[春耕备耕忙] / 本报讯　连日来，沿河各村抓',
    '农技人员走进田间，为农户讲',
  ]);
  expect(arranged('move: [{story: 沿河各村, before: 老旧小区换新颜}]')).toEqual(plain.toReversed());
  expect(arranged('move: [{text: 三千余户, after: 抓紧农时}]')).toEqual([
    '[老旧小区换新颜] / 本报讯　昨日，城东街道的老',
    '[春耕备耕忙] / 本报讯　连日来，沿河各村抓 / 三千余户居民喜迁新居。 / 农技人员走进田间，为农户讲',
  ]);
  expect(
    arranged(
      'add: [{role: byline, text: 记者周明, before: 三千余户}, {role: caption, text: 图为新居, after: 三千余户}]\ncut: [三千余户]',
    ),
  ).toEqual([
    '[老旧小区换新颜] / 本报讯　昨日，城东街道的老',
    '[记者周明] / 三千余户居民喜迁新居。 / caption: 图为新居',
    plain[1],
  ]);
});

it('says what it could not carry out', () => {
  const { messages } = restore(
    { text: source },
    {
      overrides: readOverrides(
        'merge: [老旧小区换新颜]\nadd: [{role: headline, text: 新题, before: 春耕备耕忙}]\ncut: [不在此处]',
        'o.yaml',
      ),
    },
  );
  expect(
    messages.filter(({ ruleId }) => ruleId === 'override').map(({ reason }) => reason.slice(0, 28)),
  ).toEqual([
    'Unexpected override cut "不在此',
    'Unexpected override merge: i',
    'Unexpected override add: it ',
  ]);
});

it('gives a role to a whole paragraph of several lines, not to its first line', () => {
  const lines = ['《云岭风物》由县文化馆编印，收', '文六十篇，前后印过三次，今年', '重印。'];
  const text = `老旧小区换新颜
　　本报讯　昨日，城东街道的老
旧小区改造工程全部完工，居民
喜迁新居。
　　${lines.join('\n')}
　　农技人员走进田间，为农户讲
解育苗的技术，送去良种。
`;
  for (const role of ['lead', 'caption', 'crosshead', 'headline', 'list', 'pull-quote', 'deck'] as const) {
    const yaml = `role: [{text: 《云岭风物》由县文, role: ${role}}]`;
    const { articles } = restore({ text }, { overrides: readOverrides(yaml, 'o.yaml') });
    const pieces = articles.flatMap(({ headline, deck, blocks }) =>
      [headline, deck, ...blocks].flatMap((piece) => piece?.text ?? []),
    );
    expect(pieces).toContain(lines.join(''));
    expect(pieces.filter((piece) => /本报讯|农技/.test(piece))).toHaveLength(2);
  }
});
