import { isSpace } from './characters.js';
import { characterOfRadical, isRadical } from './radicals.js';
import { remember } from './remember.js';

/**
 * Traditional and old forms of the characters in the grammar of the press, each before the form that it folds to.
 * A test converts the grammar with OpenCC and names missing forms.
 */
const forms =
  '館馆 戰战 額额 鐫镌 盤盘 醫医 壇坛 縱纵 橫横 驛驿 遞递 絲丝 談谈 閒闲 錦锦 擷撷 風风 霧雾 個个 掃扫 維维 瀏浏 肅肃 區区 廳厅 裏里 裡里 謠谣 兒儿 謎谜 腦脑 彎弯 團团 佈布 囘回 獲获 採采 訪访 現现 還还 畫画 來来 係系 們们 傳传 價价 內内 兩两 創创 務务 厤历 員员 問问 國国 圖图 執执 報报 實实 審审 專专 對对 導导 廣广 張张 強强 從从 據据 攝摄 敎教 於于 時时 曆历 會会 朮术 條条 機机 檢检 歷历 濟济 為为 熱热 營营 爲为 疊叠 發发 監监 眞真 眾众 禮礼 筆笔 節节 約约 組组 統统 經经 綜综 綫线 線线 網网 緊紧 編编 縣县 總总 繫系 續续 習习 聞闻 聯联 脩修 臘腊 臺台 華华 號号 衆众 術术 製制 見见 視视 觀观 訂订 計计 訊讯 記记 設设 許许 訴诉 註注 証证 評评 話话 誌志 調调 論论 證证 譯译 讀读 責责 資资 輯辑 轉转 辦办 農农 連连 週周 過过 郵邮 錶表 閏闰 間间 閤合 關关 陰阴 際际 電电 韓韩 頁页 頭头 題题 颱台 駐驻 體体 髮发 點点 繪绘 醜丑 課课 講讲 單单 啓启 啟启 聲声 議议 書书 訃讣 請请 決决 錄录 當当 後后 與与 將将 僅仅 雖虽 盡尽 隨随 飽饱 親亲 緩缓 溫温 參参 給给 贈赠 顧顾 觸触 幹干 闖闯 針针 應应 絕绝 結结 緣缘 難难 進进 車车 夾夹 徵征 碼码 撥拨 開开 著着 謹谨 順顺 頌颂 認认 稱称 變变 較较 處处 終终 籤签 籌筹 劃划 寫写 說说 動动 態态 園园 欄栏 雜杂 復复 閱阅 協协 譽誉 準准 數数 薦荐 選选 輔辅 説说 閲阅 識识 頓顿 歲岁 贊赞 屆届 級级 學学 廠厂 隊队 鎮镇 鄉乡 並并 縮缩 頂顶 鏈链 閉闭 覽览 標标 載载 備备 詳详 細细 漢汉 晉晋 遼辽 無无 權权 別别 語语 響响 詩诗 層层 賞赏 鉤钩 藝艺 鈎钩 冊册 紙纸 驗验 擊击 場场 幫帮 鍵键 詞词 類类 覺觉 試试 歡欢 賜赐 氣气 陣阵 雲云 羣群 業业 戶户 職职 聽听 幾几 樓楼 媽妈 驟骤 飪饪 貼贴 棧栈 鋪铺 軒轩 齋斋 閣阁';
/** … and of the surnames. */
const surnameForms =
  '劉刘 陳陈 楊杨 黃黄 趙赵 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 鄧邓 馮冯 蕭萧 餘余 葉叶 蔣蒋 蘇苏 呂吕 盧卢 鍾钟 譚谭 範范 陸陆 賈贾 韋韦 鄒邹 閻阎 閆闫 龍龙 賀贺 龔龚 萬万 錢钱 嚴严 賴赖 湯汤 齊齐 喬乔 龐庞 顏颜 莊庄 聶聂 魯鲁 嶽岳 蘭兰 寧宁 紀纪 畢毕 塗涂 駱骆 藍蓝 遊游 歐欧 鮑鲍 饒饶 陽阳 繆缪 簡简 項项 蘆芦 麥麦 婁娄 竇窦 黨党 宮宫 費费 衛卫 閔闵 鄔邬 邊边 師师 欒栾 榮荣 叢丛 鞏巩 遲迟 鄺邝 諸诸 東东 門门 獨独 長长 衞卫';
/** Marks that an extraction spells in several ways, before the one that the grammar uses. */
const marks = '(（ )） :： ,， ;； ?？ !！ [【 ]】 ［【 ］】 〔【 〕】 〖【 〗】 ︰： ︵（ ︶） ／/';

const table = new Uint16Array(0x10000);
const enter = (from: number, to: string) => {
  table[from] = to.charCodeAt(0);
};
for (const pair of `${forms} ${surnameForms} ${marks}`.split(' ')) enter(pair.charCodeAt(0), pair[1]!);
for (let code = 0; code < 0x10000; code++) {
  const half = String.fromCharCode(code - 0xfee0);
  if (code >= 0xff10 && code <= 0xff5a && /[0-9A-Za-z]/.test(half)) enter(code, half);
  else if (isSpace(code) && code !== 0x20) enter(code, ' ');
  else if (isRadical(code)) {
    const plain = characterOfRadical(String.fromCharCode(code));
    if (plain?.length === 1) enter(code, plain);
  }
}

/**
 * 归一: a line in the spelling of the grammar of the press: Simplified, half-width letters and digits, full-width marks,
 * one kind of space. For matching only, never for output; as long as the line, one character for one, so that an
 * offset found in it is valid in the line.
 */
export const foldLine = remember(fold);

/** The same of one UTF-16 unit of it; −1 behind the end. */
export function foldedUnit(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return Number.isNaN(code) ? -1 : table[code] || code;
}

function fold(line: string): string {
  for (let at = 0; at < line.length; at++) if (table[line.charCodeAt(at)]) return foldFrom(line, at);
  return line;
}

function foldFrom(line: string, first: number): string {
  let result = '';
  let from = 0;
  for (let at = first; at < line.length; at++) {
    const code = table[line.charCodeAt(at)]!;
    if (!code) continue;
    result += line.slice(from, at) + String.fromCharCode(code);
    from = at + 1;
  }
  return result + line.slice(from);
}
