import type { PageRule } from './page-rule.js';

/** 转版/接版: a jump mark without counterpart. */
export const joinJumpsRule: PageRule = {
  id: 'join-jumps',
  words: {
    brief: ['转版所接之文不见于本版', '轉版所接之文不見於本版', 'the other part of the story is missing'],
    reason: [
      '转版的两部分由转版标记相认。',
      '轉版的兩部分由轉版標記相認。',
      'The parts of a story find each other by their jump lines.',
    ],
    asks: [
      '“{text}”：转版的另一部分没有找到',
      '「{text}」：轉版的另一部分沒有找到',
      '“{text}”: the other part of this story is missing',
    ],
    remedy: [
      '在 issue.yaml 里排定次序，或改稿件。',
      '在 issue.yaml 裡排定次序，或改稿件。',
      'Set the order in issue.yaml, or edit the manuscript.',
    ],
  },
  doubt: ({ found }) =>
    found.openJumps.flatMap(({ group, overlap }) => {
      if (overlap !== undefined) return [];
      const { start, end } = group.segments[0]!;
      const reason =
        'Unexpected jump mark, expected the other part of its story in this source; the part stays separate';
      return [{ start, end, ruleId: joinJumpsRule.id, reason }];
    }),
};

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## parts with another story between them
本报讯（记者李峰）镍铜钴新材料产业集群被认定为省级先进制造业集群，金川集团完成营业收入四千一百亿元。（下转二版）

本报讯（记者文星乃）市图书馆本月起延长开放时间，周末增加少儿阅读活动，市民可以提前预约座位。

（上接一版）新材料产业集群链主企业金川集团表示，将继续加大镍铜钴资源综合利用，推动产业集群向下游延伸。
---
dateline: 本报讯（记者李峰）
paragraph: 本报讯（记者李峰）镍铜钴新材料产业集群被认定为省级先进制造业集群，金川集团完成营业收入四千一百亿元。（下转二版）
paragraph: （上接一版）新材料产业集群链主企业金川集团表示，将继续加大镍铜钴资源综合利用，推动产业集群向下游延伸。
***
dateline: 本报讯（记者文星乃）
paragraph: 本报讯（记者文星乃）市图书馆本月起延长开放时间，周末增加少儿阅读活动，市民可以提前预约座位。
`;
