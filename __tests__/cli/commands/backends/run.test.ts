import { expect, it } from '@jest/globals';
import { loadRegistry } from '../../../../lib/cli/built-in-backends.ts';
import { run } from '../../support/run.ts';

it('dazzle backends names each backend with its summary, and with --json its parts too', async () => {
  const { backends } = await loadRegistry();
  const { status, out } = await run(['backends']);
  const lines = backends.map(({ name, summary }) => `${name} ${summary}`);
  expect([status, out.replaceAll(/ +/g, ' ')]).toEqual([0, lines.map((line) => `${line}\n`).join('')]);
  expect(JSON.parse((await run(['backends', '--json'])).out)).toEqual({
    backends: backends.map(({ name, summary, generators, hooks, questions }) => ({
      name,
      summary,
      generators: generators.map((generator) => generator.name),
      hooks: hooks.map((hook) => hook.name),
      questions: questions(null).map((question) => question.name),
    })),
  });
});
