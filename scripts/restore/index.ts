export { restoreParse } from './parse.js';
export {
  remarkCommentFurniture,
  remarkDropFurniture,
  remarkNameParts,
  remarkStories,
  type StoryTree,
} from './plugins.js';
export { type RestoreOptions, restore } from './restore.js';
export { type RestoredStories, restoreStories } from './restore-stories.js';
export { characterRules } from './rules/index.js';
export type { CharacterRule } from './rules/rule.js';
export { machineText } from './write/machine-text.js';
export type { Part } from './write/tree.js';
