/** A stretch of a block's prose between two marks of markup. Without `write` it only keeps its neighbours apart. */
export interface Piece {
  text: string;
  /** Where it begins in the file it was read from, if that is known. */
  offset?: number | undefined;
  write?: (text: string) => void;
}

/** A block's prose: what conversion sees as one text, so that 理**发**店 is one word. */
export interface Block {
  kind: 'paragraph' | 'heading' | 'tableCell' | 'aside' | 'matter';
  pieces: Piece[];
}
