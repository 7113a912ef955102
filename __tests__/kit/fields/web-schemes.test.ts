import { expect, it } from '@jest/globals';
import { assumedScheme, webSchemes } from '../../../lib/index.ts';
import { bothBackends, textOf } from '../both-backends.ts';

it('names the schemes that both backends take for web addresses, and the one that goes without saying', async () => {
  const { django, express } = await bothBackends('entity Link "Link":\n  id: uuid pk\n  page: url\n');
  const [fields, records] = [textOf(express, /forms\/fields\.js$/), textOf(django, /app\/records\.py$/)];
  const protocols = /\[([^\]]*)\]\.includes\(new URL\(value\)\.protocol\)/.exec(fields)![1]!;
  expect(protocols.split(', ')).toEqual(webSchemes.map((scheme) => `'${scheme}:'`));
  // Django's own URLValidator takes these; nothing must replace it.
  expect(webSchemes).toEqual(['http', 'https', 'ftp', 'ftps']);
  expect(records).not.toMatch(/\bschemes\b|URLValidator/);
  expect(fields).toContain(`: \`${assumedScheme}://\${value}\``);
  expect(records).toContain(`"assume_scheme": "${assumedScheme}"`);
});
