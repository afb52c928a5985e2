export const doubtful: ReadonlySet<string> = new Set();
