/** Loads a program with the code that was compiled of it before. See `load-program.mjs`. */
export function loadProgram<Program>(place: { file: string; key: string; folder: string }): {
  program: Program;
  isCached: boolean;
  keep: () => void;
};
