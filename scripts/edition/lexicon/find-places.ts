import { isHan } from '../../text/characters.js';
import { cities } from './cities.js';
import type { Clause } from './people/persons.js';

/** 地名: words that end like a place, with the characters before the ending: 喇叭泉|村, 永昌|县|城关|镇. */

/** Endings of place names, longest first. */
const endings =
  /(?:自治[区州县]|街道|社区|林场|农场|牧场|水库|灌区|景区|公园|大桥|广场|大道|火车站|高铁站|机场|[省市县区州盟旗镇乡村屯寨庄堡沟河江湖山岛湾峡岭峰泉渠路街巷])$/;
/** Endings after which another place may follow at once: 永昌县|城关镇. */
const chains = /[省市县区州盟旗镇乡]$|街道$/;
/** Endings that form place names even with ordinary words: 水源|镇. With others it is uncertain: 平安|路, 希望|路. */
const ofWords = /^(?:街道|水库|大桥|[县旗镇乡村屯寨庄])$/;
/** Most characters of a name before its ending. */
const longest = 4;
/** Words that may precede a place name, and are never part of one. */
const before =
  '的在到从于对和与及或赴去往是为向由将被把经至来等了过着们各该本某每我全两一二三四五六七八九十百千几多数个这那此其另外有无以内中上下';
/** Beginnings of common nouns that end like places: 开发区, 示范村, 城区. */
const common = new Set(
  (
    '开发 工业 实验 试验 示范 贫困 居民 城 市 县 州 省 区 镇 乡 村 农 山 新 老 旧 小 大 行政 直辖 地级 县级 副省级 自治 经济 高新 技术 保税 ' +
    '保护 自然 生态 旅游 风景 矿 厂 校 社 灾 疫 牧 林 库 园 特 辖 郊 主城 中心 老城 新城 城乡 全国 全省 全市 全县 各 生活 办公 服务 商业 ' +
    '公 铁 道 马 高速 网 线 思 出 通 销 半 一 丝绸之 门 后 前 左 右 东 西 南 北 中 美丽 和美 文明 样板 重点 试点 特色 专业 空心 移民 安置 ' +
    '产业 集中 聚集 功能 展 休息 候车 停车 战 禁 盲 误 时 地 片 湿地 湿 雪 火 冰 高 深 荒 登 爬 青 江 河 湖 海 内 外 沿 过 渡 拔'
  ).split(' '),
);

/** Words that end like places but are not, whatever precedes them. */
const commonWords = new Set(
  (
    '农村 城市 城镇 建镇 返乡 入乡 城乡 乡村 铁路 公路 道路 市区 地区 社区 山区 灾区 矿区 县区 区县 县市 乡镇 村镇 街道 水库 江河 山河 江湖 国道 省道 通路 出路 ' +
    '大江 大河 园区 景区 灌区 藏区 片区 城区 厂区 校区 辖区 牧区 林区 库区 湖区 老区 特区 郊区 新区 街区 小区 林场 农场 机场 大桥 广场 公园 思路 ' +
    '大道 街巷 门市 上市 超市 股市 楼市 门路 线路 电路 网路 水路 高山 火山 深山 荒山 江山 渠道 沟渠 山沟 温泉 高峰 顶峰 总干渠 干渠 山岭 海岛 港湾'
  ).split(' '),
);

/** A place named in a clause; offsets refer to the text. */
export interface FoundPlace {
  start: number;
  end: number;
}

/** Finds the places in a clause by their endings and by the words before them, without a dictionary of places. */
export function findPlaces({ text, start, end, ends }: Clause): FoundPlace[] {
  const found: FoundPlace[] = [];
  const words: FoundPlace[] = [];
  for (let at = 0; start + at < end; at = ends[at]!) {
    words.push({ start: start + at, end: start + ends[at]! });
    const last = words.at(-1)!;
    const [ending] = endings.exec(text.slice(Math.max(start, last.start - 1), last.end)) ?? [];
    const word = text.slice(last.start, last.end);
    if (!ending || (word !== ending && commonWords.has(word))) continue;
    const from = beginning(text, words, last.end - ending.length, found.at(-1));
    if (from === undefined) continue;
    found.push({ start: from, end: last.end });
  }
  return found;
}

/** Start of the name before an ending; undefined if there is no name. */
function beginning(
  text: string,
  words: readonly FoundPlace[],
  stemEnd: number,
  former: FoundPlace | undefined,
): number | undefined {
  const behind = former?.end ?? -1;
  let from = stemEnd;
  let isWord = false;
  let isAtEdge = true;
  for (let index = words.length - 1; index >= 0 && from > behind; index--) {
    const word = words[index]!;
    if (word.start >= stemEnd) continue;
    if (word.end < from || isSmall(text, word) || !isHan(text.charCodeAt(word.start))) break;
    const isLong = Math.min(word.end, stemEnd) - word.start > 1;
    if (stemEnd - word.start > longest || isWord) {
      isAtEdge = false;
      break;
    }
    isWord ||= isLong;
    from = word.start;
  }
  const stem = text.slice(from, stemEnd);
  if (stem === '' || common.has(stem)) return undefined;
  if (cities.has(stem) || (from === behind && chains.test(text.slice(former!.start, behind)))) return from;
  const isSure = isWord ? ofWords.test(text.slice(stemEnd, words.at(-1)!.end)) : stem.length > 1;
  return isAtEdge && isSure ? from : undefined;
}

const isSmall = (text: string, { start, end }: FoundPlace) =>
  [...text.slice(start, end)].some((char) => before.includes(char));
