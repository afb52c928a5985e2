import type { Line } from './lines.js';

const cjkNumber = '[一二三四五六七八九十〇○零廿卅\\d０-９]';
/** 版面杂质: lines that belong to the page, not to a story. Each pattern matches a whole line. */
const patterns: readonly RegExp[] = [
  // Page numbers: 03, A2, A2版, 第三版, — 4 —, 02 要闻
  /^[-—–·•\s]*[A-DＡ-Ｄ]?[0-9０-９]{1,3}[-—–·•\s]*$/u,
  new RegExp(`^第?\\s*[A-DＡ-Ｄ]?${cjkNumber}{1,3}\\s*[版页](?:[\\s·:：]+[\\u3400-\\u9fff]{2,6})?$`, 'u'),
  /^[A-D]?\d{1,2}(?:版)?[\s·｜|]*(?:要闻|综合|时政|经济|民生|社会|文化|教育|体育|国内|国际|广告|副刊|评论|专题|新闻|理论|法治|健康|科技|生活|天下|本地|关注|特刊|专版|公告|视点)(?:新闻)?$/u,
  // Date lines: 2025年2月26日 星期三 农历乙巳年正月廿九
  new RegExp(
    `^(?:公元|民[国國]|中華民[国國])?${cjkNumber}{1,4}年${cjkNumber}{1,3}月${cjkNumber}{1,3}日?[\\s　,，·]*(?:(?:星期|周|礼拜)[一二三四五六日天])?[\\s　,，·]*(?:(?:农历|夏历|阴历|农曆)?.{0,4}年.{1,6})?(?:第\\S{1,6}[期版号])?(?:\\s*(?:总|今日).{0,14})?$`,
    'u',
  ),
  /^(?:星期|周)[一二三四五六日天](?:[\s　]+.{0,24})?$/u,
  /^(?:农历|夏历|阴历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[闰正一二三四五六七八九十冬腊]{1,3}月[初一二三四五六七八九十廿卅]{2,3}(?:[日\s　].{0,12})?$/u,
  // Imprint: 责任编辑：, 版式, 校对, 电话, 刊号, 邮发代号
  /^[（(【]?(?:本版|本期|值班|执行|一版|二版|三版|四版)?(?:责任编辑|责编|编辑|主编|美编|美术编辑|版式|版面|组版|校对|检校|审校|审读|值班总编|值班主任|总编|总监制|见习编辑|图片编辑|版面设计|排版)(?:[:：／/|][^，。]{1,40}|[\s　]+[\u3400-\u9fff\s　:：]{2,30})$/u,
  /^(?:新闻|服务|广告|发行|投诉|联系|监督|订报|读者|本报|热线|办公室|编辑部|值班|零售)?(?:热线|电话|传真|手机)(?:[:：]|[\s　]*[(（]?\d{3,4}[)）]?[-—\s]?\d{6,8})[^，。]{0,40}$/u,
  /^.{0,12}(?:邮箱|E-?mail|网址|官网|投稿|QQ)[\s　]*[:：][\s　]*[\w@.:/-]+.{0,20}$/iu,
  /^(?:国内统一)?(?:连续出版物号|刊号|统一刊号)[\s　:：]*(?:CN|ＣＮ)?.{0,30}$/u,
  /^.{0,8}(?:邮发代号|总第[\s　]*\d+[\s　]*期|今日[\s　]*\S{1,3}[\s　]*版|第\d{3,6}期|零售(?:每份|价)|每份(?:定价|零售)|广告(?:经营)?许可证).{0,40}$/u,
  // Nameplate: 金昌日报, also letter-spaced or with its Latin name
  /^(?:[\u3400-\u9fff][\s　]*){1,6}(?:日[\s　]*报|晚[\s　]*报|早[\s　]*报|晨[\s　]*报|时[\s　]*报|商[\s　]*报|都[\s　]*市[\s　]*报|周[\s　]*报|青[\s　]*年[\s　]*报|日[\s　]*報)$/u,
  /^[A-Z][A-Z\s]{2,20}(?:DAILY|NEWS|RIBAO|TIMES|WANBAO|POST)$/u,
];

/** Whether a line is page furniture by its own text. */
export function isFurniture(text: string): boolean {
  return text.length <= 64 && patterns.some((pattern) => pattern.test(text.trim()));
}

/** A line that stands four times or more on the pages, short and without a stop, is a running head (书眉). */
const repeats = 4;

/** Which lines are furniture: their own text says so, or they repeat. */
export function markFurniture(lines: readonly Line[]): boolean[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    if (text.length >= 3 && text.length <= 24) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return lines.map(
    ({ text }) =>
      isFurniture(text) || ((counts.get(text) ?? 0) >= repeats && !/[，。；：、”…—！？]/u.test(text)),
  );
}
