import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';

/** The fonts included in chongpai: whole TrueType files in `NAME.tar.br`, with a list of their characters. */
export const packFolder = join(packageRoot, 'styles', 'fonts');
