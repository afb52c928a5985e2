/**
 * 异体字: characters of older or regional Traditional print that OpenCC leaves as they are on the way to Simplified, before
 * the one that a mainland paper prints (第一批异体字整理表, 1955, and 通用规范汉字表, 2013; 衞 is Hong Kong's 衛, 姪 牠 妳 are Taiwan's).
 * Those that names bear (甯 濬 喆 龢 煇) are not among them.
 */
const characters =
  '徬彷 瞇眯 濶阔 凴凭 啣衔 堦阶 搥捶 暱昵 皐皋 砲炮 穨颓 籐藤 粧妆 紥扎 耡锄 蔴麻 袴裤 覩睹 踫碰 韮韭 鬪斗 畧略 菓果 衞卫 鉄铁 囘回 囬回 亱夜 竝并 ' +
  '劵券 牕窗 栁柳 搾榨 燐磷 賸剩 隄堤 雰氛 飜翻 鵞鹅 麤粗 姪侄 牠它 妳你 衹只 祇只 尅克 刼劫 刧劫 倂并 偪逼 傚效 凖准 厫廒 吿告 徧遍 慙惭 戯戏 揑捏 敍叙 朶朵 枒丫 ' +
  '毘毗 氷冰 汚污 澁涩 熖焰 牎窗 犂犁 猨猿 玆兹 珎珍 痲麻 祘算 秌秋 稭秸 窓窗 羮羹 聨联 肧胚 胷胸 舩船 艸草 苐第 葠参 蕚萼 藷薯 蘂蕊 虵蛇 蜺霓 蟇蟆 衇脉 袵衽 裠裙 覇霸 ' +
  '讐仇 趂趁 躭耽 輭软 辤辞 逈迥 酧酬 銕铁 鍳鉴 鎻锁 閙闹 陿狭 隣邻 餧喂 鴈雁 硏研 寃冤 廐厩 靑青 緜绵 蹔暂 疎疏 踈疏 脗吻 冐冒 凢凡 剏创 劒剑 卋世 呪咒 咊和 嗁啼 嘷嗥 噉啖 ' +
  '囓啮 塲场 壻婿 夀寿 妬妒 姉姊 姙妊 婣姻 孼孽 宂冗 寳宝 尠鲜 屛屏 峩峨 帋纸 帬裙 幚帮 庻庶 廹迫 弌一 弍二 弎三 徃往 恊协 恠怪 恡吝 慂恿 懽欢 拏拿 捄救 揷插 攷考 敭扬 曡叠 ' +
  '桮杯 椀碗 椶棕 楳梅 槀槁 橕撑 檝楫 欵款 歛敛 淛浙 湌餐 滛淫 潄漱 烖灾 煖暖 煑煮 燄焰 牓榜 獘毙 甎砖 甖罂 畊耕 畮亩 皃貌 皷鼓 盌碗 眎视 碁棋 碪砧 礮炮 稾稿 穅糠 穉稚 ' +
  '筯箸 簷檐 粃秕 繙翻 罏垆 羗羌 脃脆 膓肠 臋臀 臝裸 荳豆 葢盖 蔕蒂 蚘蛔 蛕蛔 蜨蝶 蠏蟹 衂衄 袠帙 襍杂 覊羁 詧察 謌歌 譌讹 譔撰 賍赃 跴踩 蹏蹄 軄职 迯逃 鄕乡 醻酬 釬焊 銲焊 ' +
  '阯址 陗峭 隂阴 隖坞 霛灵 韈袜 韤袜 顋腮 飃飘 餹糖 騐验 鬀剃 鬰郁 魦鲨 鳯凤 鷰燕 麄粗 鼈鳖 鼃蛙 齩咬 龝秋 嗰嗰';

/** Words in which such a character is another one, and those that OpenCC gives in a form of names or of Taiwan alone. */
const words =
  '神祇 地祇 天祇 人祇 百祇 灵祇=靈祇 祇园=祇園 祇陀 阿僧祇 僧祇 祇洹 祇树=祇樹 祇支 钟馗=鍾馗 徵羽 彷徨=徬徨 荨麻疹=蕁痲疹 身份=身分';

/** The same as pairs from → to, for dictionaries on the way to Simplified. */
export const oldVariants: Readonly<Record<'characters' | 'phrases', ReadonlyMap<string, string>>> = {
  characters: new Map(characters.split(' ').map((pair) => [pair[0]!, pair[1]!])),
  phrases: new Map(
    words.split(' ').map((word) => {
      const [to = '', from = to] = word.split('=');
      return [from, to];
    }),
  ),
};
