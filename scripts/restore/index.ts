export { restoreParse } from './parse.js';
export { remarkDropFurniture, remarkLabelRoles, remarkWriteRoles } from './plugins.js';
export { type RestoreOptions, restore } from './restore.js';
export { characterRules } from './rules/index.js';
export type { CharacterRule } from './rules/rule.js';
export { type Part, restorationTree, storyTree } from './write/tree.js';
