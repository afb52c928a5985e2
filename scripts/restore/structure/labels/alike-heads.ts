import { isByline } from '../../../text/press/names.js';
import type { Group } from '../../write/groups.js';

const bullet = /^[◎●■◆▲△★☆□◇○◉⊙]/u;

/**
 * 同符标题: a display line with the same bullet as the headline above is a headline as well. Papers of all periods put one
 * before each of their news in brief, and the crossheads of a story never have the bullet of its headline.
 */
export function labelAlikeHeads(groups: readonly Group[]): void {
  const marks = new Set(
    groups.filter(({ label }) => label === 'crosshead').map(({ text }) => bullet.exec(text)?.[0]),
  );
  let above: string | undefined;
  for (const group of groups) {
    const own = bullet.exec(group.text)?.[0];
    // ■足球 among ■网球, ■排球 names nobody.
    if (group.label === 'byline' && !group.isFixed && own && marks.has(own) && !isByline(group.text))
      group.label = 'crosshead';
    if (group.label === 'crosshead' && !group.isFixed && own !== undefined && own === above)
      group.label = 'headline';
    if (group.label === 'headline') above = own;
  }
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## short news with circles
◎縣府召集區長會議
縣政府昨日召開區長會議、到者三十餘人、
由縣長主席、首先報告整理保甲經過情形、
次討論冬防辦法、議決各區設巡查隊一隊、
每隊十二人、經費由地方攤派、
◎米價漸平
本市米價自上月以來、逐日高漲、貧民叫苦
、昨日有大批皖米到埠、各米號爭相脫售、
每石跌去四角、市面人心稍安、
◎小學教員索薪
城區各小學教員、因欠薪三月、生活無著、
昨推代表五人赴教育局請願、局長允於年內
發放兩月、代表等始退出、
---
headline: ◎縣府召集區長會議
paragraph: 縣政府昨日召開區長會議、到者三十餘人、由縣長主席、首先報告整理保甲經過情形、次討論冬防辦法、議決各區設巡查隊一隊、每隊十二人、經費由地方攤派、
***
headline: ◎米價漸平
paragraph: 本市米價自上月以來、逐日高漲、貧民叫苦、昨日有大批皖米到埠、各米號爭相脫售、每石跌去四角、市面人心稍安、
***
headline: ◎小學教員索薪
paragraph: 城區各小學教員、因欠薪三月、生活無著、昨推代表五人赴教育局請願、局長允於年內發放兩月、代表等始退出、
`;
