/** The options of Node's engine for a version of Node. See `engine-flags.mjs`. */
export function flagsFor(version: string): readonly string[];
