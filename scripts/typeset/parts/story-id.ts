/** DOM id of a story: short and ASCII, because a destination's name in a PDF has at most 127 bytes. */
export const storyId = (section: string, article: string) => `${section}-${article}`;
