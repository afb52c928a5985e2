/** A printed book: the browser's file, or the parts of a long one, joined, with finished structure and contents. */
export type Printed = Uint8Array | { joined: Joined };

/** A file of joined parts. */
export interface Joined {
  /** The file without the elements of its structure. */
  file: Uint8Array;
  /** These, by the numbers of their objects: as they are, for nothing has to be read or changed in them. */
  elements: ReadonlyMap<number, string>;
}
