/** The library in one file, which can be bundled: its parts read JSON from disk. */
declare module 'css-tree/dist/csstree.esm' {
  export * from 'css-tree';
}
