import { describe, expect, it } from 'vitest';
import { convert } from '../../scripts/edition/convert/convert.js';

const tw = (...paragraphs: string[]) => convert(paragraphs.join('\n\n'), 'zh-Hant-TW').text.split('\n\n');
const hk = (...paragraphs: string[]) => convert(paragraphs.join('\n\n'), 'zh-Hant-HK').text.split('\n\n');

describe('a place that a story makes out once', () => {
  it('keeps 里 before and behind, where it is bare', () => {
    expect(tw('富台里的树长高了。', '富台里里长王先生说，树是居民种的。', '游客常到富台里散步。')).toEqual([
      '富台里的樹長高了。',
      '富台里里長王先生說，樹是居民種的。',
      '遊客常到富台里散步。',
    ]);
    expect(tw('柳潭里和下碣隅里之间有一条路。', '部队退出柳潭里之后，当夜结冰。')).toEqual([
      '柳潭里和下碣隅里之間有一條路。',
      '部隊退出柳潭里之後，當夜結冰。',
    ]);
    expect(tw('大安区龙泉里、古风里停电。', '古风里的店家先开门。')[1]).toBe('古風里的店家先開門。');
    expect(hk('库里洛脸上流血。', '五十二岁的库里洛（Olena Kurilo）是教师。')).toEqual([
      '庫里洛臉上流血。',
      '五十二歲的庫里洛（Olena Kurilo）是教師。',
    ]);
  });

  it('leaves 里 a preposition of places behind what somebody is in', () => {
    expect(tw('富台里里长说话。', '他在房间里的灯下写字，心里高兴。', '公园里的树长高了。')[1]).toBe(
      '他在房間裡的燈下寫字，心裡高興。',
    );
    expect(tw('北京市朝阳区公园里的人多。', '公园里有人唱歌。')[1]).toBe('公園裡有人唱歌。');
    expect(hk('库里洛（Olena）是教师。', '仓库里落满灰尘。')[1]).toBe('倉庫裏落滿灰塵。');
  });
});

describe('a person whom a story introduces once', () => {
  it('keeps the surname before and behind, where the name is bare', () => {
    expect(tw('于北辰要来说故事', '战事如何结束，于北辰分析，要看两件事。', '「于北辰不在场」')).toEqual([
      '于北辰要來說故事',
      '戰事如何結束，于北辰分析，要看兩件事。',
      '「于北辰不在場」',
    ]);
    expect(hk('专访钟乐伟谈韩剧', '韩学专家钟乐伟认为，剧集变短了。', '书中，钟乐伟写到首尔。')).toEqual([
      '專訪鍾樂偉談韓劇',
      '韓學專家鍾樂偉認為，劇集變短了。',
      '書中，鍾樂偉寫到首爾。',
    ]);
    expect(tw('发言人范丽青昨天出席。', '会后请范丽青入座，范丽青笑了。')[1]).toBe(
      '會後請范麗青入座，范麗青笑了。',
    );
  });

  it('leaves the words alone that hold the same characters', () => {
    expect(tw('于北辰分析，要看两件事。', '他对于北辰星的位置并无把握，由于北辰已落。')[1]).toBe(
      '他對於北辰星的位置並無把握，由於北辰已落。',
    );
    expect(tw('发言人范丽青昨天出席。', '模范丽青桥已通车。')[1]).toBe('模範麗青橋已通車。');
  });

  it('is told by no time, place or medium behind the preposition', () => {
    const texts = ['于我来说，这不重要。', '于多位将军面前宣誓。', '于电话说，会晚到。', '于是表示同意。'];
    expect(tw(...texts)).toEqual([
      '於我來說，這不重要。',
      '於多位將軍面前宣誓。',
      '於電話說，會晚到。',
      '於是表示同意。',
    ]);
    expect(tw('听于北辰说故事', '于北辰表示，不必紧张。')[0]).toBe('聽于北辰說故事');
  });

  it('is told by a names file, whose form the given name has too', () => {
    const names = [{ path: 'names.txt', text: '黃世杰\n' }];
    const text = '董事长黄世杰昨天请辞。\n\n世杰的长女也走了，李世杰留任。';
    expect(convert(text, 'zh-Hant-TW', { names }).text).toBe(
      '董事長黃世杰昨天請辭。\n\n世杰的長女也走了，李世傑留任。',
    );
    expect(convert('世杰走了。', 'zh-Hant-TW', { names }).text).toBe('世傑走了。');
  });
});

it('nothing is remembered from one story to the next', () => {
  tw('富台里里长说话。', '于北辰分析，要看两件事。');
  expect(tw('富台里的树长高了。')[0]).toBe('富台裡的樹長高了。');
  expect(tw('受益于北辰集团的投资。')[0]).toBe('受益於北辰集團的投資。');
});
