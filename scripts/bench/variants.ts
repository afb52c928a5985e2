/**
 * Glyphs of the same word: the choice between them is house style, not right or wrong. Pairs, including the regional
 * forms of OpenCC.
 */
const variants =
  '臺台 羣群 峯峰 汙污 爲為 裏裡 説說 豔艷 衞衛 麪麵 牀床 綫線 啓啟 鈎鉤 癡痴 竈灶 糉粽 恒恆 僞偽 眞真 内內 户戶 産產 强強 值値 絶絕 脱脫 税稅 ' +
  '悦悅 鋭銳 閲閱 兑兌 册冊 温溫 藴蘊 揾搵 墻牆 祕秘 脣唇 歎嘆 勳勛 鑑鑒 麽麼 况況 衆眾 嘗嚐 醖醞 敍敘 卧臥 溼濕 葱蔥 蒐搜 佈布 週周 畫劃 佔占 ' +
  '儘盡 讚贊 託托 諮咨 菸煙 慾欲 兇凶 註注 傢家 舖鋪 僱雇 盪蕩 洩泄 滙匯 喫吃 纔才 挂掛 踊踴 鉢缽 鍼針 檐簷 繮韁 覈核 燬毀 譭毀 昇升 夥伙 嘩譁 ' +
  '剷鏟 愨慤 捱挨 鎚錘 銹鏽 查査 抛拋 撑撐 厦廈 霑沾 卹恤 嚥咽 揹背 侷局 倖幸 迴回 唸念 鍊煉 簽籤 孃娘 絃弦 蔘參 柺拐 枴拐 伕夫 鬨哄 慼戚 悽淒 廕蔭 ' +
  '枱檯 颳刮 襬擺 餬糊 皁皂 硃朱 嫋裊 釦扣 牴抵 閤合 箇個 痠酸 嫺嫻 巖岩 榦幹 纍累 羡羨 冑胄 癥症 樑梁 崙侖 菴庵 鶿鷀 虱蝨 罈壇 鎔熔 痺痹 暗闇 拚拼 姪侄 鏇旋 踰逾 扎紮';

const representative = new Map<string, string>();
for (const pair of variants.split(' ')) {
  const [first, second] = [rootOf(pair[0]!), rootOf(pair[1]!)];
  if (first !== second) representative.set(first, second);
}

/** The same character for all glyphs of one word. */
export function rootOf(char: string): string {
  const next = representative.get(char);
  return next === undefined ? char : rootOf(next);
}
