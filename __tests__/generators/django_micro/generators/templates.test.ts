import { describe, expect, it } from '@jest/globals';
import { templates } from '../../../../generators/django_micro/generators/templates.ts';
import { urls } from '../../../../generators/django_micro/generators/urls.ts';
import { generate, specOf } from '../generate.ts';
import { offers } from '../specs.ts';

const generators = [templates, urls];

async function files(text = offers): Promise<ReadonlyMap<string, string>> {
  return (await generate(specOf(text), generators)).files;
}

describe('the generator of templates', () => {
  it('never lets a title become markup or a template tag', async () => {
    for (const [path, text] of await files()) {
      if (!path.endsWith('.html')) continue;
      expect(text).not.toContain('{{ 7 }}');
      expect(text).not.toContain('<b>');
    }
  });

  it('links to nothing that does not exist', async () => {
    const written = await files();
    const routes = new Set(
      [...written.get('app/urls.py')!.matchAll(/name="([^"]+)"/g)].map((match) => match[1]),
    );
    for (const name of ['login', 'logout', 'admin:index']) routes.add(name);
    for (const [path, text] of written) {
      if (!path.endsWith('.html')) continue;
      for (const [, route] of text.matchAll(/\{% url '([^']+)'/g))
        expect([path, routes.has(route)]).toEqual([path, true]);
    }
  });
});
