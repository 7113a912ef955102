import djangoMicro from '../../generators/django_micro/index.ts';
import { generate as generateDjango } from '../generators/django_micro/generate.ts';
import { generate as generateExpress, specOf } from '../generators/express_micro/generate.ts';

/** The files that both app backends with pages write for some declarations in DSL, by path. */
export interface BothBackends {
  readonly django: ReadonlyMap<string, string>;
  readonly express: ReadonlyMap<string, string>;
}

/** Generates an application on both backends; throws where the declarations have errors. */
export async function bothBackends(dsl: string): Promise<BothBackends> {
  const spec = specOf(dsl);
  const [django, express] = await Promise.all([
    generateDjango(spec, djangoMicro.generators as never),
    generateExpress(spec),
  ]);
  return { django: django.files, express: express.files };
}

/** The texts of the files whose paths match, one after the other; throws where there is none. */
export function textOf(files: ReadonlyMap<string, string>, paths: RegExp): string {
  const found = [...files].filter(([path]) => paths.test(path)).map(([, text]) => text);
  if (found.length === 0) throw new Error(`no file is called ${paths}`);
  return found.join('\n');
}
