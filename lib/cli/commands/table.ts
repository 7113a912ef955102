import type { Command } from '../command.ts';
import { backends } from './backends/index.ts';
import { build } from './build/index.ts';
import { completion } from './completion/index.ts';
import { diff } from './diff/index.ts';
import { doctor } from './doctor/index.ts';
import { explain } from './explain/index.ts';
import { fmt } from './fmt/index.ts';
import { graph } from './graph/index.ts';
import { hooks } from './hooks/index.ts';
import { init } from './init/index.ts';
import { inspect } from './inspect/index.ts';
import { redo } from './redo/index.ts';
import { resolve } from './resolve/index.ts';
import { stacks } from './stacks/index.ts';
import { undo } from './undo/index.ts';
import { validate } from './validate/index.ts';

/** Every command, in the order of the help text. */
export const commandTable: readonly Command[] = [
  init,
  build,
  diff,
  resolve,
  undo,
  redo,
  validate,
  inspect,
  graph,
  stacks,
  backends,
  hooks,
  explain,
  fmt,
  doctor,
  completion,
];
