export { type RestoreOptions, restore } from './restore.js';
export { characterRules } from './rules/index.js';
