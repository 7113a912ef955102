import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandContext } from '../../../lib/cli/command.ts';
import { reportFault } from '../../../lib/cli/screen/report-fault.ts';
import { testTerminal } from '../support/run.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dazzle-faults-'));
  mkdirSync(join(cwd, 'shop/.dazzle'), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

it('a fault of dazzle is a short report with a saved log and the state of the disk (DZL509)', async () => {
  const projectDir = join(cwd, 'shop');
  const at: CommandContext & { terminal: ReturnType<typeof testTerminal> } = {
    cwd,
    terminal: testTerminal(),
    signal: new AbortController().signal,
    disk: 'untouched',
    projectDir,
  };
  const diagnostic = await reportFault(new TypeError('x is not a function'), at);
  expect(at.terminal.printed()).toContain('error DZL509  dazzle itself failed: x is not a function');
  expect(at.terminal.printed()).toContain('Nothing was written.');
  const log = /the log (.*)$/.exec(diagnostic.fix!)![1]!;
  expect(log.startsWith(join(projectDir, '.dazzle/cache/'))).toBe(true);
  expect(readFileSync(log, 'utf8')).toContain('TypeError: x is not a function\n    at ');
});
