import { js, sampleRule } from '../../../../lib/index.ts';
import type { EntitySpec, SampleRule } from '../../../../lib/index.ts';
import { objectCode } from '../javascript.ts';

/** The code of functions that make sample values, by name; `test/support/records.js` declares those it uses. */
export const sampleBuilders: Readonly<Record<string, string>> = {
  made: '(entity) => new Made(entity)',
  pick: '(values, n) => values[(n - 1) % values.length]',
  day: '(n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)',
  moment: '(n) => new Date(Date.UTC(2024, 0, 1, 12 + n))',
  timeOfDay: '(n) => new Date(Date.UTC(2024, 0, 1, n, n * 7)).toISOString().slice(11, 19)',
};

/** The code of an object with the values of an entity's `n`-th sample record, in which `n` (from 1) is a variable. */
export function sampleRecordCode(entity: EntitySpec): string {
  return objectCode(
    Object.fromEntries(
      entity.fields.map((field) => {
        const rule = sampleRule(field);
        return [field.name, rule === null ? undefined : sampleCode(rule)];
      }),
    ),
  );
}

/** An expression, with `n` as a variable, for a valid value. */
function sampleCode(rule: SampleRule): string {
  switch (rule.kind) {
    case 'pick':
      return `pick(${js(rule.values)}, n)`;
    case 'text': {
      const { label, digits } = rule;
      if (label !== null) return `\`${label.replace(/[`$\\]/g, '')} \${n}\``;
      return digits === null ? 'String(n)' : `String(n).slice(-${digits})`;
    }
    case 'number': {
      const { least, span, fixed } = rule;
      if (fixed !== null) return fixed;
      return span === 1 ? String(least) : `${least === 0 ? '' : `${least} + `}(n % ${span})`;
    }
    case 'email':
      return '`person${n}@example.com`';
    case 'url':
      return '`https://example.com/${n}`';
    case 'bool':
      return 'n % 2 === 1';
    case 'date':
      return 'day(n)';
    case 'datetime':
      return 'moment(n)';
    case 'time':
      return 'timeOfDay(n)';
    case 'uuid':
      return "`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`";
    case 'json':
      return '{ sample: n }';
    case 'record':
      return rule.isMany ? `[made(${js(rule.entity)})]` : `made(${js(rule.entity)})`;
  }
}
