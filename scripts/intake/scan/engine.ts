import type { BoxedLine } from '../boxed.js';

/** Part of a page to be recognised: a file of it on disk, one column of lines. */
export interface Tile {
  png: string;
  width: number;
  height: number;
  isVertical: boolean;
}

/** An engine that is installed on this machine. */
export interface Recognizer {
  /** With its version, for people and for the kept result. */
  name: string;
  /** False if it reads lines from left to right only. */
  readsVertical: boolean;
  /** Recognises tiles; boxes in pixels of each tile. */
  recognize(tiles: readonly Tile[]): Promise<BoxedLine[][]>;
}

/** 识别引擎: a program that reads pictures of text. None is installed with chongpai. */
export interface Engine {
  id: string;
  /** The engine, where it is installed. */
  find(): Promise<Recognizer | undefined>;
}
