import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { systemReason } from '../article/files/system-reason.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { cacheFolder } from './cache-folder.js';
import { contentKey } from './content-key.js';

/**
 * The headless Chromium of npm's @sparticuz/chromium, unpacked. Only the archives of that package are read: its own
 * program, which asks for Node 22, never runs, so its `engines` are struck from the lock file, and npm does not warn on
 * Node 20.
 */
export interface EmbeddedBrowser {
  executable: string;
  /** Its libnss3, libnspr4, libexpat …, which a bare Debian lacks. */
  libraries: string;
  /** A folder with a fonts.conf: no font of the system gets into a page. */
  fontconfig: string;
  /** SHA-256 of all of its files together, as they were unpacked. */
  identity: string;
}

/** Raise it when the files written beside the browser change, so that an older copy is not taken for a complete one. */
const layout = 4;

/** The embedded browser, unpacked into the cache at the first call: 2 s once, then nothing. */
export async function embeddedBrowser(): Promise<EmbeddedBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw problem(say('browser-platform', process.platform, process.arch), {
      note: say('install-browser'),
      ruleId: 'browser',
    });
  const root = packageFolder();
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const folder = join(cacheFolder('browser'), `chromium-${version}-${layout}`);
  const identity = (await sealedKey(folder)) ?? (await unpackOnce(join(root, 'bin'), folder));
  return {
    identity,
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fontconfig: join(folder, 'fonts'),
  };
}

/**
 * The unpacked files, and the key of their content, which is the same in every folder: fonts.conf, which names its own,
 * is compared with what was written. The fonts' cache comes later.
 */
interface Seal {
  files: string[];
  key: string;
}

const sealName = 'seal.json';
const confName = join('fonts', 'fonts.conf');
/**
 * A copy of a cache, or a link to one, still names the folder where it was unpacked: as good for the fonts' own cache.
 */
const withoutPlace = (conf: string) => conf.replace(/<cachedir>[^<]*/, '');

/** The key of an unpacked browser, if each of its files still has the content with which it was unpacked. */
async function sealedKey(folder: string): Promise<string | undefined> {
  try {
    const { files, key }: Seal = JSON.parse(readFileSync(join(folder, sealName), 'utf8'));
    const conf = readFileSync(join(folder, confName), 'utf8');
    if (withoutPlace(conf) !== withoutPlace(fontsConf(folder))) return undefined;
    return (await contentKey(files.map((name) => join(folder, name)))) === key ? key : undefined;
  } catch {
    return undefined; // absent, or one of its files is missing
  }
}

let unpacking: Promise<string> | undefined;

/** Shared by parts of a build that ask at the same time. */
function unpackOnce(bin: string, folder: string): Promise<string> {
  unpacking ??= unpackAnew(bin, folder).finally(() => {
    unpacking = undefined;
  });
  return unpacking;
}

/** Replaces a damaged copy; a process that prints with it at this moment has its files open. */
async function unpackAnew(bin: string, folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  await unpack(bin, folder);
  const key = await sealedKey(folder);
  if (key !== undefined) return key;
  throw problem(say('browser-not-unpacked', folder, say('disk-error')), {
    note: say('unpack-room'),
    ruleId: 'browser',
  });
}

async function seal(folder: string): Promise<void> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((name) => name !== confName)
    .sort();
  const key = await contentKey(files.map((name) => join(folder, name)));
  writeFileSync(join(folder, sealName), JSON.stringify({ files, key } satisfies Seal));
}

/** Unpacks elsewhere and renames, so that a folder of that name is always complete, even if two first builds race. */
async function unpack(bin: string, folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}.${Date.now()}`;
  const clear = () => rmSync(fresh, { recursive: true, force: true });
  process.once('exit', clear); // Ctrl-C leaves no 200 MB behind
  try {
    mkdirSync(join(fresh, 'fonts'), { recursive: true });
    const parts = await Promise.allSettled([
      inflate(join(bin, 'chromium.br'), createWriteStream(join(fresh, 'chromium'))),
      inflate(join(bin, 'al2023.tar.br'), extract(join(fresh, 'al2023'))),
      inflate(join(bin, 'fonts.tar.br'), extract(join(fresh, 'fonts'))),
    ]);
    // All have ended: none writes into a folder that is cleared.
    for (const part of parts) if (part.status === 'rejected') throw part.reason;
    chmodSync(join(fresh, 'chromium'), 0o755);
    writeFileSync(join(fresh, confName), fontsConf(folder));
    await seal(fresh);
    await rename(fresh, folder);
  } catch (error) {
    clear();
    if (existsSync(folder)) return; // another build was faster: its copy is as good
    throw problem(say('browser-not-unpacked', folder, systemReason(error as NodeJS.ErrnoException)), {
      note: say('unpack-room'),
      ruleId: 'browser',
    });
  } finally {
    process.off('exit', clear);
  }
}

const inflate = (file: string, target: NodeJS.WritableStream) =>
  pipeline(createReadStream(file), createBrotliDecompress({ chunkSize: 2 ** 21 }), target);

/**
 * Only the fonts of this folder; Chromium needs one to start. Pages embed theirs. The path of the cache is
 * absolute: a relative one means the current folder of whoever starts the browser.
 */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir prefix="relative">.</dir>
  <cachedir>${join(folder, 'fonts', 'cache').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</cachedir>
</fontconfig>
`;

/** Version of the browser that npm brought, without unpacking it. */
export function embeddedVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version;
}

function packageFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('@sparticuz/chromium has no bin/chromium.br');
    folder = parent;
  }
  return folder;
}
