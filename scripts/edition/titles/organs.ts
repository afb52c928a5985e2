import { han } from '../../text/characters.js';

/** 机构: names of departments, central or local, that are several words to a word list. */
export const departments =
  /(?:国家)?发展和?改革委(?:员会)?|人力资源和?社会保障[部厅局]|工业和信息化[部厅局委]|住房和?城乡建设[部厅局委]|农业农村[部厅局委]|文化和旅游[部厅局]|自然资源[部厅局]|生态环境[部厅局]|交通运输[部厅局]|(?:国家)?卫生健康委(?:员会)?|应急管理[部厅局]|退役军人事务[部厅局]|(?:国家)?市场监督管理(?:总局|局)|(?:联合国)?教科文组织|主计总处|审计总署|融媒体中心|(?:国家)?金融监督管理(?:总局|局)/gu;

const nouns =
  '公司|组织|中心|医院|大学|学院|中学|小学|人民法院|法院|检察院|人民检察院|人民政府|委员会|总处|总局|总队|支队|大队|协会|学会|联合会|基金会|集团|银行|码头|车站|机场|博物馆|图书馆|档案馆|研究院|研究所|办公室|开发区|服务站|合作社|地带|半岛|高原|盆地|平原|走廊|群岛|海峡|山脉|草原|沙漠|水库|大桥|新区';
const organNoun = new RegExp(`^(?:${nouns})`, 'u');
/** 清溪县 */
const placeName = new RegExp(`[${han}][省市县区州镇乡]$`, 'u');
const organ = new RegExp(`^[${han}]{0,5}?(?:${nouns}|[局厅委署])`, 'u');

/** 第十三届: a session is its place's, 省|第十三届人民代表大会 */
const session = /^第[\d一二三四五六七八九十百]+届/u;

/** True where the kind of an institution follows what tells it apart: 供电|公司; and before a place's session. */
export const endsOrgan = (text: string, at: number): boolean =>
  organNoun.test(text.slice(at)) || (placeName.test(text.slice(0, at)) && session.test(text.slice(at)));

/** True between a place and its institution: 清溪县|人民医院, 清溪|县委. */
export const isOfPlace = (text: string, at: number): boolean =>
  placeName.test(text.slice(0, at))
    ? organ.test(text.slice(at))
    : /^[省市县区州镇乡](?:委|政府|人大|政协|纪委)/u.test(text.slice(at));
