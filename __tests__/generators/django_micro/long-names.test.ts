import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { djangoNames } from '../../../generators/django_micro/naming.ts';
import { tableRules } from '../../../generators/django_micro/code/constraints.ts';
import { longestIdentifier, type AppSpec } from '../../../lib/index.ts';
import { longNamedSpec } from '../../support/long-names.ts';
import { specOf } from './generate.ts';

/** Every name that a database hears of, by the room in which it must be the only one, as Django arrives at them. */
function namesOf(spec: AppSpec): Map<string, string[]> {
  const names = djangoNames(spec);
  const rooms = new Map<string, string[]>([
    ['tables', []],
    ['rules', []],
  ]);
  for (const entity of spec.entities) {
    const { className, table, fields } = names.model(entity.name);
    const model = className.toLowerCase();
    rooms.get('tables')!.push(table ?? `app_${model}`);
    const columns: string[] = [];
    for (const field of entity.fields) {
      const { attribute, column } = fields.get(field.name)!;
      const { type } = field;
      if (type.kind !== 'many') columns.push(column ?? `${attribute}${type.kind === 'ref' ? '_id' : ''}`);
      else {
        const target = names.model(type.entity).className.toLowerCase();
        const isSelf = type.entity === entity.name;
        rooms.get('tables')!.push(column ?? `app_${model}_${attribute}`);
        rooms.set(
          `links ${entity.name} ${field.name}`,
          isSelf ? [`from_${model}_id`, `to_${model}_id`] : [`${model}_id`, `${target}_id`],
        );
      }
    }
    rooms.set(`columns of ${entity.name}`, columns);
    const { constraints, indexes } = tableRules(entity, names);
    rooms.get('rules')!.push(...[...constraints, ...indexes].map((code) => /name="([^"]+)"/.exec(code)![1]!));
  }
  return rooms;
}

describe('Names that are too long', () => {
  it('all fit, and stay apart', () => {
    fc.assert(
      fc.property(longNamedSpec, (dsl) => {
        for (const [room, names] of namesOf(specOf(dsl))) {
          const limit = room === 'rules' ? 30 : longestIdentifier;
          expect(names.filter((name) => name.length > limit)).toEqual([]);
          expect(new Set(names).size).toBe(names.length);
        }
      }),
      { seed: 20260, numRuns: 50, endOnFailure: true },
    );
  });

  it('are told of, and leave what fits alone', () => {
    const entity = 'InventoryTransactionReconciliationAdjustmentAuthorisationEntry';
    const field = 'inventory_transaction_reconciliation_adjustment_authorisation_entry';
    const dsl = `entity ${entity}:\n  id: uuid pk\n  ${field}: int\n  name: str(20)\n\nentity Other:\n  id: uuid pk`;
    const names = djangoNames(specOf(dsl));
    expect(names.model('Other')).toMatchObject({ className: 'Other', table: null });
    expect(names.field(entity, 'name').column).toBeNull();
    expect(names.warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      `DZL384 entity ${entity} has a longer name than databases take; there it is the model InventoryTransactionReconciliationAdjustmentAuthor_5e0a51ba`,
      `DZL384 field "${field}" of entity ${entity} has a longer name than databases take; there it is the column inventory_transaction_reconciliation_adjustment_author_770b8ab5`,
    ]);
  });
});
