import { loadSpec } from '../../../lib/spec/load-spec.ts';
import type { EntitySpec, FieldSpec } from '../../../lib/spec/app-spec.ts';

/** The entities that `text` declares; throws where it has errors. */
export function entitiesOf(text: string): readonly EntitySpec[] {
  const { spec, diagnostics } = loadSpec([{ file: 'a.dsl', text: `app a "A"\n${text}` }]);
  if (spec === null) throw new Error(diagnostics.map((diagnostic) => diagnostic.message).join('\n'));
  return spec.entities;
}

/** The field of a line: `price: decimal(6,2) min=0`. */
export function fieldOf(line: string): FieldSpec {
  const isKey = /\bpk\b/.test(line);
  const [entity] = entitiesOf(`entity Thing "Thing":\n  ${isKey ? '' : 'id: uuid pk\n  '}${line}\n`);
  return entity!.fields.at(-1)!;
}
