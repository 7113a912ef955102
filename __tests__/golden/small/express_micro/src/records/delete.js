import { and, count, eq, getTableColumns, inArray, ne } from 'drizzle-orm';
import { models } from '../models/index.js';
import { columnOf, findLinks, keyOf } from './find.js';

/**
 * What depends on a record: rows that need it (`protecting`: while there are any, it stays), rows that lose their
 * reference (`cleared`), and records whose links to it go (`unlinked`); each as a text such as "3 comments".
 */
export async function findDependents(db, model, key) {
  const dependents = { protecting: [], cleared: [], unlinked: [] };
  const add = (kind, rows, { noun, pluralNoun }) => {
    if (rows > 0) dependents[kind].push(`${rows} ${rows === 1 ? noun : pluralNoun}`);
  };
  for (const other of Object.values(models)) {
    for (const [name, field] of Object.entries(other.fields)) {
      if (field.kind === 'many') {
        if (other === model) {
          add(
            'unlinked',
            (await findLinks(db, field, [key])).get(key).length,
            models[field.entity],
          );
        } else if (field.entity === model.name) {
          add('unlinked', await countLinks(db, field, key), other);
        }
      } else if (field.kind === 'ref' && field.entity === model.name) {
        const isSelf = other === model ? ne(keyOf(model), key) : undefined;
        const [{ rows }] = await db
          .select({ rows: count() })
          .from(other.table)
          .where(and(eq(columnOf(other, name), key), isSelf));
        add(field.required ? 'protecting' : 'cleared', rows, other);
      }
    }
  }
  return dependents;
}

async function countLinks(db, { link }, key) {
  const [{ rows }] = await db
    .select({ rows: count() })
    .from(link.table)
    .where(eq(getTableColumns(link.table)[link.target], key));
  return rows;
}

/** Deletes records by their keys; the database refuses where one is still needed. */
export async function deleteRecords(db, model, keys) {
  await db.delete(model.table).where(inArray(keyOf(model), keys));
}
