import type { Line } from '../measure/lines.js';

const digits = '[0-9０-９]';
const number = '[一二三四五六七八九十百千〇○零廿卅0-9０-９]';
const week = '(?:(?:星期|礼拜|禮拜|周)[一二三四五六日天])';
const stems = '[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]';
const lunarDay = '(?:初|十|廿|卅|二十|三十)?[一二三四五六七八九十]{1,2}日?';
const section =
  '(?:要闻|综合|时政|经济|民生|社会|文化|教育|体育|国内|国际|广告|副刊|评论|专题|新闻|理论|法治|健康|科技|生活|天下|本地|关注|特刊|专版|公告|视点|时评|深度|专刊){1,2}';
const paper =
  '(?:[\\u3400-\\u9fff][ \\u3000]*){1,6}(?:[日晚早晨时商周快][ \\u3000]*[报報]|都[ \\u3000]*市[ \\u3000]*报|青[ \\u3000]*年[ \\u3000]*报)';
const staff =
  '(?:本版|本期|值班|执行|[一二三四]版)?(?:责任编辑|责编|编辑|主编|美编|美术编辑|版式|版面|组版|校对|检校|审校|审读|值班总编|值班主任|总编|总监制|见习编辑|图片编辑|版面设计|排版)';

/** 版面杂质 is written in a few words of its own; a line that consists of nothing else belongs to the page. */
const tokens: readonly string[] = [
  // Page numbers: 03, A2, A2版, 第三版, — 4 —
  `第?[A-DＡ-Ｄ]?${number}{1,3}[版页]`,
  `[A-DＡ-Ｄ]${digits}{1,3}`,
  `[-—–·•]+[ \\u3000]?${digits}{1,3}[ \\u3000]?[-—–·•]+`,
  // Dates: 2025年2月26日 星期三 农历乙巳年正月廿九
  `(?:公元|民[国國]|中華民[国國])?${number}{1,4}年${number}{1,3}月${number}{1,3}日?`,
  week,
  `(?:(?:农历|農曆|夏历|夏曆|阴历|陰曆)?${stems}年(?:闰|閏)?[正一二三四五六七八九十冬腊臘]{1,3}月${lunarDay})`,
  `(?:农历|農曆|夏历|夏曆|阴历|陰曆)(?:闰|閏)?[正一二三四五六七八九十冬腊臘]{1,3}月${lunarDay}`,
  // Imprint: issue, price
  `(?:总第|第|創刊第|总)[ \\u3000]?${number}{1,6}[期号號]`,
  `今[日天](?:本[报報])?[ \\u3000]?(?:共)?${number}{1,3}(?:[版张張]|大[张張])`,
  paper,
  section,
];
const blank = '[ \\u3000\\t　,，·|｜/]*';
const sequence = new RegExp(
  `^(?:${tokens.join('|')})(?:${blank}(?:${tokens.join('|')}|${digits}{1,3}))*$`,
  'u',
);
const opening = new RegExp(`^${digits}{1,3}(?:${blank}(?:${tokens.join('|')}))*$`, 'u');

/** Lines of the imprint with free text in them. Each pattern matches a whole line. */
const patterns: readonly RegExp[] = [
  // 责任编辑：, 版式, 校对, 电话, 刊号, 邮发代号
  new RegExp(
    `^[（(【]?${staff}(?:[:：／/|][^，。]{1,40}|[ \\u3000]+[\\u3400-\\u9fff \\u3000:：]{2,30})$`,
    'u',
  ),
  /^(?:新闻|服务|广告|发行|投诉|联系|监督|订报|读者|本报|热线|办公室|编辑部|值班|零售)?(?:热线|电话|传真|手机)(?:[:：]|[\s　]*[(（]?\d{3,4}[)）]?[-—\s]?\d{6,8})[^，。]{0,40}$/u,
  /^.{0,12}(?:邮箱|E-?mail|网址|官网|投稿|QQ)[\s　]*[:：][\s　]*[\w@.:/-]+.{0,20}$/iu,
  /^(?:国内统一)?(?:连续出版物号|刊号|统一刊号)[\s　:：]*(?:CN|ＣＮ)?.{0,30}$/u,
  /^.{0,8}(?:邮发代号|总第[\s　]*\d+[\s　]*期|今日[\s　]*\S{1,3}[\s　]*版|第\d{3,6}期|零售(?:每份|价)|每份(?:定价|零售)|广告(?:经营)?许可证).{0,40}$/u,
  // A nameplate's Latin line
  /^[A-Z][A-Z\s]{2,20}(?:DAILY|NEWS|RIBAO|TIMES|WANBAO|POST)$/u,
];
/** 要闻 alone may be a crosshead; a date without its year is no date line. */
const alone = new RegExp(`^(?:${section})$`, 'u');

/** Whether a line is page furniture by its own text. */
export function isFurniture(text: string): boolean {
  if (text.length > 64 || alone.test(text)) return false;
  return sequence.test(text) || opening.test(text) || patterns.some((pattern) => pattern.test(text));
}

/** A line that stands four times or more on the pages, short and without a stop, is a running head (书眉) … */
const repeats = 4;
/** … if a page's worth of lines is between any two; in narrow columns a phrase comes again sooner. */
const apart = 20;

function runningHeads(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>();
  const places = new Map<string, number>();
  lines.forEach(({ text }, index) => {
    if (text.length < 3 || text.length > 24 || /[，。；：、”…—！？]/u.test(text)) return;
    const isApart = index - (places.get(text) ?? -apart) >= apart;
    counts.set(text, isApart ? (counts.get(text) ?? 0) + 1 : Number.NEGATIVE_INFINITY);
    places.set(text, index);
  });
  return new Set([...counts].filter(([, count]) => count >= repeats).map(([text]) => text));
}

/** Which lines are furniture: their own text says so, they repeat, or they are a nameplate beside furniture. */
export function markFurniture(lines: readonly Line[]): boolean[] {
  const heads = runningHeads(lines);
  const marks = lines.map(({ text }) => isFurniture(text) || heads.has(text));
  return lines.map(({ text }, index) => {
    const isNamed = /^[\u3400-\u9fff]{1,5}[报報]$/u.test(text) && (marks[index - 1] || marks[index + 1]);
    return marks[index]! || Boolean(isNamed);
  });
}
