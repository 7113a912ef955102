import type { CaseChoices } from '../../../lib/kit/cases/case-choices.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';
import type { AppSpec, FieldSpec } from '../../../lib/spec/app-spec.ts';

/** The spec of some declarations in DSL; throws where it has errors. */
export function specOf(dsl: string): AppSpec {
  const { spec, diagnostics } = loadSpec([{ file: 'app.dsl', text: `app shop "Shop"\n\n${dsl}` }]);
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return spec;
}

/** A field of an entity with a key and this line. */
export function fieldOf(line: string): FieldSpec {
  const { entities } = specOf(`entity One "One":\n  id: uuid pk\n  ${line}\n`);
  return entities[0]!.fields.at(-1)!;
}

/** Choices of a backend that tries everything that is sure. */
export const cautious: CaseChoices = {
  isCautious: true,
  shown: ['str'],
  filtered: ['enum', 'bool', 'ref', 'many', 'str', 'date', 'datetime', 'int'],
  sorted: ['enum', 'bool', 'ref', 'str', 'date', 'datetime', 'int'],
  sortsKeys: true,
  searchesLinks: true,
  asksForFirst: false,
  enumPair: 'first',
};

/** Choices of a backend that tries little, and does not ask whether it is sure. */
export const plain: CaseChoices = {
  isCautious: false,
  shown: ['enum', 'ref', 'str'],
  filtered: ['enum', 'bool', 'ref', 'str'],
  sorted: ['enum', 'bool', 'ref', 'str'],
  sortsKeys: false,
  searchesLinks: false,
  asksForFirst: true,
  enumPair: 'last',
};
