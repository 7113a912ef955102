import type { EntitySpec } from '../../spec/app-spec.ts';
import { asTitle, inSentence } from '../../words/phrases.ts';
import { plural } from '../../words/plural.ts';
import type { DeletePage, Dependent } from './page-model.ts';
import { linkTo } from './page-scope.ts';
import type { PageScope } from './page-scope.ts';

/** The page that asks before a record is deleted; null for entities without an edit surface. */
export function buildDelete(scope: PageScope, entity: EntitySpec): DeletePage | null {
  const address = scope.addresses.deletes.get(entity.name);
  if (address === undefined) return null;
  const protectedBy: Dependent[] = [];
  const clears: Dependent[] = [];
  const unlinks: Dependent[] = [];
  for (const other of scope.spec.entities) {
    for (const field of other.fields) {
      if (field.type.kind !== 'ref' && field.type.kind !== 'many') continue;
      const isOwn = other.name === entity.name && field.type.kind === 'many';
      if (field.type.entity !== entity.name && !isOwn) continue;
      const { title } = isOwn ? scope.entity(field.type.entity) : other;
      const dependent: Dependent = {
        entity: isOwn ? field.type.entity : other.name,
        field: field.name,
        label: asTitle(field.name),
        noun: inSentence(title),
        pluralNoun: inSentence(plural(title)),
        isOwn,
      };
      if (field.type.kind === 'many') unlinks.push(dependent);
      else if (field.nullable) clears.push(dependent);
      else protectedBy.push(dependent);
    }
  }
  const list = scope.surfacesOf(entity.name, 'list')[0];
  return {
    ...address,
    entity: entity.name,
    title: `Delete ${inSentence(entity.title)}`,
    protectedBy,
    clears,
    unlinks,
    afterDelete: list === undefined ? null : linkTo(scope, list),
    cancel: scope.recordPage(entity.name),
  };
}
