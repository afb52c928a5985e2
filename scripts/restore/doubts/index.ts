import { attachTitle } from './attach-title.js';
import { columnsRule } from './columns.js';
import { fit } from './fit.js';
import { guessJump } from './guess-jump.js';
import { imprint } from './imprint.js';
import { intake } from './intake.js';
import { interleaved } from './interleaved.js';
import { joinJumpsRule } from './join-jumps.js';
import { mojibake } from './mojibake.js';
import { moveJump } from './move-jump.js';
import { moveTitle } from './move-title.js';
import { override } from './override.js';
import { pageNumber } from './page-number.js';
import type { PageRule } from './page-rule.js';
import { pictureMark } from './picture-mark.js';
import { recognition } from './recognition.js';
import { reset } from './reset.js';
import { runningHead } from './running-head.js';
import { tableRow } from './table-row.js';

/** 存疑规则: what is asked and told about lines and structure; of two messages at one place the first comes first. */
export const pageRules: readonly PageRule[] = [
  intake,
  recognition,
  override,
  pageNumber,
  runningHead,
  imprint,
  pictureMark,
  mojibake,
  tableRow,
  columnsRule,
  attachTitle,
  moveTitle,
  moveJump,
  guessJump,
  joinJumpsRule,
  fit,
  interleaved,
  reset,
];
