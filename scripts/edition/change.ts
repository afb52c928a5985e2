/** One change to a text: `[start, end)` becomes `replacement`. */
export interface Change {
  start: number;
  end: number;
  replacement: string;
}
