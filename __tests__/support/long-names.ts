import fc from 'fast-check';

/** Parts of which names are put together that only differ far behind their start. */
const words = ['Inventory', 'Transaction', 'Adjustment', 'Reconciliation', 'Line', 'Authorisation', 'Entry'];

/** A spec of four entities whose names, and those of all their fields, are mostly longer than databases take. */
export const longNamedSpec: fc.Arbitrary<string> = fc
  .record({ prefix: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), seed: fc.nat(9999) })
  .map(({ prefix, seed }) => writeSpec(prefix, seed));

function writeSpec(prefix: readonly string[], seed: number): string {
  const entity = (place: number): string => `${prefix.join('')}${['A', 'B', 'Ab', 'Order'][place]}${seed}`;
  const field = (kind: string): string => `${prefix.join('_').toLowerCase()}_${kind}`;
  const keys = ['uuid', 'int', 'str(40)', 'uuid'];
  return keys
    .map((key, place) => {
      const other = (place + 1) % keys.length;
      return `entity ${entity(place)} "Entity ${place}":
  id: ${key} pk
  ${field('title')}: str(40) required unique
  ${field('title_of_old')}: str(40)
  ${field('count')}: int min=0 max=9
  ${field('state')}: enum[new,old] = new
  ${field('ref_one')}: ref ${entity(other)}
  ${field('ref_two')}: ref ${entity(other)} unique
  ${field('ref_self')}: ref ${entity(place)}
  ${field('many_one')}: many ${entity(other)}
  ${field('many_two')}: many ${entity(other)}
  ${field('many_self')}: many ${entity(place)}
  unique ${field('count')}, ${field('title_of_old')}
  index ${field('state')}, ${field('count')} desc
  index ${field('count')}, ${field('state')}`;
    })
    .join('\n\n');
}
