/** A printed book: the browser's file, or the parts of a long one, joined, with finished structure and contents. */
export type Printed = Uint8Array | { joined: Uint8Array };
