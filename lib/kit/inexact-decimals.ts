import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { AppSpec } from '../spec/app-spec.ts';
import { exactDigits } from './fields/input-limits.ts';

/** One warning (DZL382) for each decimal of the spec that has more digits than SQLite keeps exactly. */
export function inexactDecimals(spec: AppSpec, backend: string): Diagnostic[] {
  return spec.entities.flatMap((entity) =>
    entity.fields.flatMap(({ name, type, place }): Diagnostic[] =>
      type.kind !== 'decimal' || type.precision <= exactDigits
        ? []
        : [
            diagnose('DZL382', {
              message: `field "${name}" of entity ${entity.name} has ${type.precision} digits, but ${backend} keeps it in SQLite, which keeps ${exactDigits}: its forms refuse a value with more`,
              fix: `nothing has to be done where no value is that long; or choose PostgreSQL (--set ${backend}.database=postgresql)${type.scale > exactDigits ? '' : `, or write decimal(${exactDigits},${type.scale})`}`,
              place,
            }),
          ],
    ),
  );
}
