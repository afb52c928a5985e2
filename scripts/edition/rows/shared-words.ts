/** Words that the papers of all Traditional regions print so. Counted in them; see `npm run bench -- convert`. */
export const sharedWords = '公布 發布 宣布 頒布 公布會 分布 分布式 散布 遍布 剋制=克制 借助';
