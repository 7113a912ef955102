import { describe, expect, it } from '@jest/globals';
import { commandTable } from '../../../lib/cli/commands/table.ts';
import { run } from '../support/run.ts';

describe('the command line', () => {
  it('prints the help, with every command, where nothing is asked', async () => {
    const { status, out } = await run([]);
    expect(status).toBe(0);
    for (const name of [
      'init',
      'build',
      'diff',
      'validate',
      'resolve',
      'undo',
      'redo',
      'stacks',
      'backends',
      'hooks',
      'inspect',
      'explain',
    ]) {
      expect(out).toMatch(new RegExp(`^  ${name} +\\w`, 'm'));
    }
  });

  it('shows the help of a command with its options and examples', async () => {
    const asked = await run(['help', 'build']);
    expect(asked).toEqual(await run(['build', '--help']));
    expect(asked.out).toContain('--on-conflict <policy>');
    expect(asked.out).toContain('Examples:');
  });

  it.each([[], ...commandTable.map(({ name }) => ['help', name])])(
    'fits its help into 40 columns: %s %s',
    async (...argv: string[]) => {
      const { status, out } = await run(argv, { columns: 40, env: { NO_COLOR: '1' } });
      expect(status).toBe(0);
      expect(out.split('\n').filter((line) => line.length > 40 && !line.startsWith('Usage:'))).toEqual([]);
    },
  );

  it('reads the command behind -- too', async () => {
    expect(await run(['--', 'stacks'])).toEqual(await run(['stacks']));
  });
});
