import fc from 'fast-check';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costInUnit } from '../../scripts/article/edition.js';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { titleBreaks } from '../../scripts/edition/titles/title-breaks.js';
import { breakTitles } from '../../scripts/typeset/parts/titles/sense.js';
import { layOut } from '../typeset/lay-out.js';

/** Headlines of the usual kinds, in our own words; text in brackets may not be broken. */
const marked = `
[传达]学习[习近平总书记][重要][讲话][精神]
奋力[开创][转型]跨越[高质量][发展][崭新][局面]
[绘就]新型[工业化][现代]之城锦绣[篇章]
[市政协][九届][四次]会议召开[提案][委员会]会议
[张晓明]到县人民[医院][调研]时强调要[不断][提升][医疗]服务[水平]
全市[春季][农业]生产现场[推进会]在[永昌县]召开
我县[2024年]粮食[总产量]达[12.6万吨]
[第三届][丝绸之路][国际][电影节]开幕
[王毅]同[俄罗斯][外长][拉夫罗夫]举行会谈
中国[女排][3比1][战胜]巴西队
[李强]主持召开[国务院][常务]会议
让群众的[获得感][幸福感][安全感]更加充实更有[保障]
[關於][加強]兩岸文化交流的[若干][意見]
行政院長[卓榮泰]：颱風[來襲]各縣市要做好[防災][準備]
香港特區行政長官[李家超]發表[施政][報告]
记者[王琳玺]报道：[金川区]连续两年[入围]中国[西部][百强区]
[小麦]单产首次突破[800公斤]大关
[钟南山院士]走进[中学][校园]讲授[健康]第一课
“[十四五]”规划[收官之年]看[变化]
[5月1日]起施行《[中华]人民共和国[民营][经济][促进法]》
`
  .trim()
  .split('\n');

/** Names longer than the narrowest measures. */
const named = `
[市人大常委会]副主任[周国平]率队[视察][城乡]供水[一体化]工程
自治区[党委][常委]、宣传部[部长阿布都热合曼·玉素甫]来[我市][调研]
乌兹别克斯坦总统[沙夫卡特·米尔济约耶夫][抵京]进行[国事]访问
意大利总统[塞尔焦·马塔雷拉]会见中国[企业家][代表]
乌克兰[总统弗拉基米尔·泽连斯基]抵达[布鲁塞尔][出席]欧盟[峰会]
匈牙利[总理欧尔班·维克托]率团[访华]
巴西[前总统]雅伊尔·博索纳罗[被判处][27年][监禁]
[县文旅局][局长马晓燕]带你[逛遍]清溪老街的前世今生
省教育厅[厅长李红梅]一行到[我县][督导]“[双减]”工作
我省[前三季度][新增]城镇就业[53.6万人]完成全年目标的[97.2％]
每立方米[2.85元]起！居民阶梯水价[下月]起有新变化
中国工程院院士[袁隆平]生前[最后一次]下田[记录][首次]公开
披星戴月守护万家灯火——记[县供电公司]抢修班[班长刘铁柱]
世界卫生组织总干事[谭德塞]呼吁[各国][加强]疫苗[合作]
[国家发展改革委]与财政部联合印发关于[加快][完善]生育支持政策的[通知]
[农业农村部]和水利部在甘肃张掖召开高标准农田建设[现场会]
兰州大学第一医院与清溪县[人民医院][签订]对口[帮扶][协议]
他走过了四十八个春秋却[始终][没有]离开过[讲台]
看见了希望也看清了差距
武威市[凉州区][黄羊镇][上庄村][村民][张大爷]喜领“土地红利”
副省长兼[公安厅][厅长徐向东]到[云岭市]督导[平安][建设]
[县人社局][局长彭志刚]：让[每一位]返乡[农民工]都有活干
[全国政协]副主席[巴音朝鲁]率[调研组]在[青海]考察[生态][移民][工程]
[中央纪委][国家监委]驻[财政部][纪检监察组][组长]接受审查[调查]
国足客场[0比2][不敌][澳大利亚队]　[世预赛]出线[形势][严峻]
苏炳添跑出[9秒83][刷新]男子百米[亚洲][纪录]
联合国秘书长[古特雷斯]呼吁[加沙]地带[立即][停火]
北京大兴国际[机场]年[旅客][吞吐量]首次突破[5000万人次]
内蒙古呼伦贝尔市[根河市]最低[气温][降至][零下45.6℃]
把论文[写在]祖国的[大地]上
前三季度集团实现[营业收入][127.4亿元]同比[增长]9.6%
[大谷翔平]單場三響砲率[道奇隊]重返[世界大賽]
行政長官[李家超]在[施政報告][提出]檢討[最低工資][水平]
港鐵宣布[沙中綫][南北]走廊[提升][信號][系統]
江蘇督軍[李純][電請]南北[雙方]即日[罷兵][議和]
北京學生聯合會代表[謁見][徐總統]請拒簽[巴黎][和約]
[锲而不舍][落实]中央八项规定[精神]　以优良作风[凝心聚力]
立法院[三讀]通過《[國土計畫法]》修正案　地方政府盼展延
賴清德總統[接見]日本[眾議員][訪問團]　盼[深化]臺日[夥伴][關係]
[油尖旺][區議會]通過[增設]旺角[行人][專用區]街頭[表演]管制[措施]
國泰航空宣布[復辦]香港至[西雅圖][直航]航班
[联合国教科文组织]将清溪皮影戏[列入]人类非物质文化遗产[代表作][名录]
`
  .trim()
  .split('\n');

const plain = (title: string) => title.replace(/[[\]]/gu, '');

/** The offsets inside of brackets. */
function insideOf(title: string): number[] {
  const inside: number[] = [];
  let at = 0;
  let start = -1;
  for (const char of title) {
    if (char === '[') start = at;
    else if (char === ']') start = -1;
    else {
      if (start >= 0 && at > start) inside.push(at);
      at++;
    }
  }
  return inside;
}

describe('the breaks of a title', () => {
  // Units longer than a line of eight would else be broken anywhere, inside a word too.
  it.each([
    ['让群众感受到公平正义就在身边', ['感受到', '公平正义', '就在身边']],
    ['老区人民感受到惠民政策就在眼前', ['感受到', '惠民', '政策', '就在眼前']],
  ])('%s: a long unit has places of its own, at a cost', (title, units) => {
    const places = titleBreaks(title).map(({ at }) => at);
    for (const unit of units) {
      const start = title.indexOf(unit);
      expect(places, unit).toContain(start);
      for (let at = start + 1; at < start + unit.length; at++) expect(places, unit).not.toContain(at);
    }
    const weak = titleBreaks(title).find(({ at }) => at === title.indexOf('就在'));
    expect(weak!.cost).toBeGreaterThanOrEqual(costInUnit);
  });

  it.each([...marked, ...named])('%s', (title) => {
    const places = titleBreaks(plain(title)).flatMap(({ at, cost }) => (cost < costInUnit ? [at] : []));
    const breaks = new Set(places);
    expect(insideOf(title).filter((at) => breaks.has(at))).toEqual([]);
    // A title that can hardly be broken is no better than one that breaks anywhere.
    expect(places.length).toBeGreaterThanOrEqual(plain(title).length / 8);
  });

  it.each([
    ['看见了希望也看清了差距', '也看清'],
    ['自治区宣传部部长阿布都热合曼·玉素甫来我市调研', '来我市'],
    ['他走过了四十八个春秋却始终没有离开过讲台', '却始终'],
    ['落实中央八项规定精神以优良作风凝心聚力', '凝心聚力'],
    ['联合国教科文组织将清溪皮影戏列入名录', '将清溪'],
  ])('%s: a line may begin with %s', (title, words) => {
    expect(titleBreaks(title).find(({ at }) => at === title.indexOf(words))!.cost).toBeLessThan(costInUnit);
  });

  it('keeps the names of a publication whole', () => {
    const breaks = titleBreaks('走进祁连山下大湖湾新村看变化', ['大湖湾新村']);
    expect(breaks.filter(({ at }) => at > 6 && at < 11)).toEqual([]);
  });

  it('never falls beside a mark that may not begin or end a line, nor out of the title', () => {
    const pieces = fc.constantFrom(
      '“',
      '”',
      '《',
      '》',
      '，',
      '：',
      '、',
      '2025',
      '年',
      '金昌',
      '的',
      '了',
      '会',
      'GDP',
      '𬭎',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (list) => {
        const title = list.join('');
        for (const { at, cost } of titleBreaks(title)) {
          expect(cost).toBeGreaterThanOrEqual(0);
          expect(at).toBeGreaterThan(0);
          expect(at).toBeLessThan(title.length);
          expect('”》，：、').not.toContain(title[at]!);
          expect('“《').not.toContain(title[at - 1]!);
          expect(title.slice(at - 1, at + 1)).not.toMatch(/[\ud800-\udbff][\udc00-\udfff]/);
        }
      }),
    );
  });
});

describe('a title in HTML', () => {
  const set = (html: string) => {
    const { children } = fromHtml(html, { fragment: true });
    breakTitles(children as Element[], 'zh-Hans', new Map([['zh-Hans', (title) => titleBreaks(title)]]));
    return toHtml(children).replace(/ data-cost="\d+"/gu, '');
  };

  it('breaks between words, over readings and emphasis, and leaves notes and the other language alone', () => {
    expect(set('<h1 class="headline">传达学习精神</h1>')).toBe(
      '<h1 class="headline at-sense">传达<wbr>学习<wbr>精神</h1>',
    );
    expect(set('<h1 class="headline"><em>传达</em>学习<sup>1</sup>精神</h1>')).toBe(
      '<h1 class="headline at-sense"><em>传达</em><wbr>学习<sup>1</sup><wbr>精神</h1>',
    );
    expect(
      set('<h1 class="headline"><ruby>传<rt>chuán</rt></ruby>达<ruby>学<rt>xué</rt></ruby>习</h1>'),
    ).toBe(
      '<h1 class="headline at-sense"><ruby>传<rt>chuán</rt></ruby>达<wbr><ruby>学<rt>xué</rt></ruby>习</h1>',
    );
    expect(set('<h1 class="headline" lang="en">Out of doors</h1>')).toBe(
      '<h1 class="headline" lang="en">Out of doors</h1>',
    );
    expect(set('<p>传达学习精神</p>')).toBe('<p>传达学习精神</p>');
  });
});

describe('on paper', () => {
  let pool: BrowserPool;
  beforeAll(() => {
    pool = newBrowserPool();
  });
  afterAll(() => pool.close());

  it('no line ends inside a word, at any of eight measures', async () => {
    const measures = [6, 7, 8, 9, 11, 13, 16, 20];
    const { children } = fromHtml(
      measures
        .map(
          (ems) =>
            `<div style="inline-size: ${ems}em">${marked.map((title) => `<h2 class="headline" style="font-size: 1em">${plain(title)}</h2>`).join('')}</div>`,
        )
        .join(''),
      { fragment: true },
    );
    breakTitles(children as Element[], 'zh-Hans', new Map([['zh-Hans', (title) => titleBreaks(title)]]));
    const text = measures.map(() => marked.map(plain).join('')).join('');
    const piece = { html: toHtml(children), passages: [{ id: 'g0', name: 'titles', text }] };
    const { lines } = await layOut([piece], { ems: 32, lines: 40 }, pool);
    const found = lines.flatMap(({ flow }) => flow.flat()).map((line) => line.text);
    expect(found.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    expect(found.length).toBeGreaterThan(2 * marked.length);
    const ends = new Set<number>();
    let at = 0;
    for (const line of found) {
      at += line.replace(/\s/gu, '').length;
      ends.add(at);
    }
    let start = 0;
    const broken: string[] = [];
    for (const _ of measures)
      for (const title of marked) {
        for (const inside of insideOf(title)) if (ends.has(start + inside)) broken.push(`${title} ${inside}`);
        start += plain(title).length;
      }
    expect(broken).toEqual([]);
  });
});
