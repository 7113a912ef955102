import { describe, expect, it } from '@jest/globals';
import type { ToolFact } from '../../../lib/backend/facts.ts';
import type { Hook } from '../../../lib/backend/types.ts';
import { compareVersions, validateDependencies } from '../../../lib/kit/hooks/validate-dependencies.ts';
import { makeBackend, runPhases, shortly } from '../../support/make-backend.ts';

const run = (tools: readonly ToolFact[], hooks: readonly Hook[] = []) =>
  runPhases([makeBackend({ facts: () => ({ tools }), hooks: [validateDependencies(), ...hooks] })], {
    projectDir: process.cwd(),
  });

describe('validate_dependencies', () => {
  const node = {
    name: 'Node.js',
    commands: [process.execPath],
    args: ['--version'],
    atLeast: '18.0',
    install: 'get it',
    neededBy: ['install'],
  };
  const install: Hook = {
    name: 'install',
    description: '',
    phase: 'post_build',
    runsOn: 'disk',
    execute: () => ({ success: true, message: '' }),
  };

  it('says what was found', async () => {
    const { hooks, diagnostics } = await run([node]);
    expect([hooks[0]!.message, diagnostics]).toEqual([`found Node.js ${process.versions.node}`, []]);
  });

  it('does not miss a part of a program that is missing', async () => {
    const bogus = { ...node, name: 'Bogus', commands: ['no-such-tool'] };
    const tools = [
      bogus,
      { ...bogus, name: "Bogus's part", args: ['part'] },
      { ...bogus, name: 'Other', commands: ['no-other'] },
    ];
    expect(shortly((await run(tools, [install])).diagnostics)).toEqual([
      'DZL340 error Bogus 18.0 or newer is missing (Bogus was not found); install needs it',
      'DZL340 error Other 18.0 or newer is missing (Other was not found); install needs it',
    ]);
  });

  it('is an error where a hook needs the tool, else a warning', async () => {
    const tools = [
      { ...node, atLeast: '99.1' },
      { ...node, name: 'Bogus', commands: ['no-such-tool', 'no-such-tool-either'] },
    ];
    const old = `99.1 or newer is missing (Node.js ${process.versions.node} was found)`;
    expect(shortly((await run(tools, [install])).diagnostics)).toEqual([
      `DZL341 error Node.js ${old}; install needs it`,
      'DZL340 error Bogus 18.0 or newer is missing (Bogus was not found); install needs it',
    ]);
    expect(shortly((await run(tools)).diagnostics)).toEqual([
      `DZL341 warning Node.js ${old}; the application needs it`,
      'DZL340 warning Bogus 18.0 or newer is missing (Bogus was not found); the application needs it',
    ]);
  });

  it.each([
    ['3.10', '3.9', 1],
    ['3.9.1', '3.10', -1],
    ['20', '20.0.0', 0],
  ])('%s against %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});
