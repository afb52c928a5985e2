import type { PageRule } from './page-rule.js';

/** 转版: parts that only their marks join, on a page with more than one pair. */
export const guessJump: PageRule = {
  id: 'guess-jump',
  words: {
    brief: [
      '两部分只凭转版标记相接',
      '兩部分只憑轉版標記相接',
      'only the marks of the jump join these parts',
    ],
    reason: [
      '转版的两部分由转版标记相认。',
      '轉版的兩部分由轉版標記相認。',
      'The parts of a story find each other by their jump lines.',
    ],
    asks: [
      '“{text}”：与前文只凭转版标记相接，用词少有相同，请核对',
      '「{text}」：與前文只憑轉版標記相接，用詞少有相同，請核對',
      '“{text}” was joined to the part before it by its mark alone: they share few words',
    ],
    remedy: [
      '不该接的，用 role 把转版标记定为 paragraph。',
      '不該接的，用 role 把轉版標記定為 paragraph。',
      'If it should stay apart, make the jump mark a paragraph with role: in overrides.yaml.',
    ],
  },
  doubt: ({ found }) =>
    found.openJumps.flatMap(({ group, overlap }) => {
      if (overlap === undefined) return [];
      const { start, end } = group.segments[0]!;
      const reason = `Unexpected jump to a part that shares only ${Math.round(overlap * 100)} % of its words, expected more; they were joined by their marks`;
      return [{ start, end, ruleId: guessJump.id, reason }];
    }),
};

/** 例: a name, the text (and decisions below `===`), `---`, the outcome; `?` before what this rule asks or tells. */
export const cases = `
## one pair needs no words in common
林村許願樹恢復拋寶牒
　　大埔林村許願廣場下周六起恢復拋寶牒，村公所在榕樹旁加設膠樹一棵。
　　運輸署回覆查詢指，已安排64K及65K線於假日加密。（下轉A7）
工廈劏房火警　兩人嗆傷
　　葵涌工業街一幢工廈昨凌晨二時許發生火警，消防接報動用兩條喉灌救。
（上接A6）大會稱，活動後會派義工清理，查詢請致電。
---
headline: 林村許願樹恢復拋寶牒
paragraph: 大埔林村許願廣場下周六起恢復拋寶牒，村公所在榕樹旁加設膠樹一棵。
paragraph: 運輸署回覆查詢指，已安排64K及65K線於假日加密。（下轉A7）
paragraph: （上接A6）大會稱，活動後會派義工清理，查詢請致電。
***
headline: 工廈劏房火警　兩人嗆傷
paragraph: 葵涌工業街一幢工廈昨凌晨二時許發生火警，消防接報動用兩條喉灌救。
`;
