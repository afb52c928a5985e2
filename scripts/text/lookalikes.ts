/** 形近字: characters that optical recognition confuses. For questions with candidates, never for changes. */
const groups: readonly string[] = [
  '日曰',
  '未末',
  '己已巳',
  '〇0OoＯ○',
  'lI1|',
  '干千于',
  '土士',
  '戊戌戍',
  '人入八',
  '天夭',
  '大太犬',
  '刀力',
  '贝见',
  '田由甲申',
  '毋母',
  '侯候',
  '折拆',
  '免兔',
  '王玉主',
  '木本术',
  '治冶',
  '今令',
  '若苦',
  '问间',
  '目自',
  '囗口',
  '帅师',
  '乌鸟',
  '万方',
  '历厉',
  '住往',
  '候侯',
  '拨拔',
  '祟崇',
  '沫沬',
  '。o',
  '、丶',
];

const table = new Map<string, string[]>();
for (const group of groups) {
  const chars = [...group];
  for (const char of chars) {
    const others = table.get(char) ?? [];
    for (const other of chars) if (other !== char && !others.includes(other)) others.push(other);
    table.set(char, others);
  }
}

/** Characters that look like the given one, or an empty list. */
export function lookalikesOf(char: string): readonly string[] {
  return table.get(char) ?? [];
}
