import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import decode, { init } from '@jsquash/jpeg/decode.js';

/** libjpeg, compiled once. */
let program: WebAssembly.Module | undefined;
/** Its sentences about the picture that it reads. */
let said: string[] = [];
/** False until it is started, and after a picture at which it gave up: its memory is then in disorder. */
let isReady = false;

/** Sentences of libjpeg about bytes that are not what they should be; it goes on, with grey instead of the picture. */
const corrupt = /^(?:Corrupt JPEG data|Premature end of JPEG|Invalid JPEG|Unsupported marker|Bogus)/;
/** Cameras leave some superfluous bytes before the end of a file, up to a share of its length. */
const surplus = /^Corrupt JPEG data: (\d+) extraneous bytes before marker 0xd9/;
const mostSurplus = ({ length }: Uint8Array) => Math.min(256, 16 + length / 100);

/**
 * 损坏: the fault of a JPEG that is damaged inside, in the words of libjpeg; undefined for a whole one. Its first and
 * last bytes may be right: a card or a disk has lost some between them. Browsers show grey there, and say nothing.
 *
 * A JPEG of four inks is not judged, for this libjpeg cannot read it.
 */
export async function jpegDamage(bytes: Uint8Array): Promise<string | undefined> {
  await start();
  try {
    await decode(new Uint8Array(bytes).buffer);
  } catch {
    isReady = false;
  }
  const fault = said.find((one) => corrupt.test(one));
  const count = fault && surplus.exec(fault)?.[1];
  return count !== undefined && Number(count) <= mostSurplus(bytes) ? undefined : fault;
}

async function start(): Promise<void> {
  said = [];
  if (isReady) return;
  const path = createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm');
  program ??= await WebAssembly.compile(readFileSync(path));
  // The decoder makes one of these for its pixels, which Node does not have.
  (globalThis as { ImageData?: unknown }).ImageData ??= class {};
  const hear = (sentence: string) => void said.push(sentence);
  // Its types leave out what its documentation has: a compiled module, and options for it.
  const load = init as (module: WebAssembly.Module, options: object) => Promise<void>;
  await load(program, { print: hear, printErr: hear });
  isReady = true;
}
