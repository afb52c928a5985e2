/**
 * 虚词: words of one or two characters that do not begin, or do not end, a line of a title, because they belong to the
 * word before or after them (the trade's rule: 断句不破词, 不拆词组).
 */
export const leaning = {
  /** They belong to the word before: particles, localizers, suffixes. */
  back: new Set([
    ...'的地得了着过们等者化性率型式界型级型度型员家族业区县市省镇乡村州国人版期届次名项件个只条位座所家户亩吨元年月日时分号',
    ...'上下中里内外前后间',
    '之一',
    '之中',
    '之间',
    '之后',
    '之前',
    '以上',
    '以下',
    '以来',
    '左右',
    '等等',
    '方面',
    '期间',
    '总书记',
    '同志',
  ]),
  /** They belong to the word after: prepositions, adverbs, negations, prefixes, conjunctions. */
  forward: new Set([
    ...'在把被将向对从为于以与和及同跟由自至给让使令替按据因若如当比用经更最很太极已曾正刚即便则且而或并',
    ...'却但仍亦均皆尚不未没无非莫勿别第每各该本此其全总副老小新大多好要可能应须想敢肯请',
    '关于',
    '对于',
    '以及',
    '为了',
    '按照',
    '根据',
    '通过',
    '进一步',
    '不断',
    '正在',
    '全面',
  ]),
  /**
   * They belong to the word after, too, but may be part of a name: verbs and measures of one character (促消费, 近33亿),
   * and countries in short (俄外长).
   */
  verbs: new Set('促扩稳抓迎访赴谋助防看破办拓补抢近约逾互遭获盼吁拟倡记复俄朝乌叙伊胜驻较居辞兼克'),
  /** They belong to either side, depending on the sense: 推进会 and 会在, 绘就 and 就业: no line ends beside them. */
  unsure: new Set('东西南北会就也都又再还来去起到得之成为出入开'),
} as const;

/** Titles of office that follow a name; longer ones first. */
const offices =
  /^(?:总书记|书记|国家主席|主席|总理|副总理|总统|首相|委员长|省长|市长|县长|区长|镇长|乡长|村长|州长|部长|局长|厅长|处长|院长|校长|主任|院士|教授|先生|女士|同志|代表|委员|将军|行政长官|长官|督军|都督|大总统|师长|旅长|军长|司令|次长|总长|议长|秘书长|署长|司长|行长|董事长|总经理|会长|總書記|書記|主席|總理|總統|委員長|省長|市長|縣長|區長|鎮長|鄉長|村長|部長|局長|廳長|處長|院長|校長|議員|代表|委員|將軍)/u;

/** Length of the title of office that begins at an offset; 0 where none does. */
export function officeLength(text: string, at: number): number {
  return offices.exec(text.slice(at, at + 5))?.[0].length ?? 0;
}
