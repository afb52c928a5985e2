/** The package has no types of its own. */
declare module 'hyphen/en-us/index.js' {
  const english: {
    /** Returns the text with soft hyphens where words may be broken. */
    hyphenateSync(text: string): string;
  };
  export default english;
}
