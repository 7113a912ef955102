import { expect, it } from '@jest/globals';
import { createTerminalPrompter } from '../../../../lib/cli/screen/prompt/terminal-prompter.ts';
import { testTerminal } from '../../support/run.ts';

it('refuses a question without a default that nobody can answer, and names the option (DZL506)', async () => {
  const context = {
    cwd: '/',
    terminal: testTerminal(),
    signal: new AbortController().signal,
    disk: 'untouched' as const,
    projectDir: null,
  };
  const prompter = createTerminalPrompter(context, false);
  const question = { name: 'region', message: 'Which region?', type: 'text' } as const;
  await expect(prompter.answer(question, 'infra_terraform')).rejects.toMatchObject({
    diagnostics: [{ code: 'DZL506', fix: expect.stringContaining('--set infra_terraform.region=') }],
  });
});
