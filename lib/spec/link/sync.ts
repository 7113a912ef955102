import type { SyncSpec } from '../app-spec.ts';
import type { SyncItemSyntax, SyncSyntax } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { complain, type LinkContext, nearest } from './context.ts';
import { readCron } from './cron.ts';
import { findEntity, findField } from './entity-index.ts';
import {
  findUsedForeignModel,
  findUsedService,
  type IntegrationPlace,
  namesOfForeignModel,
} from './integration-place.ts';
import { optionalMeta } from './literal.ts';
import { mayHaveMeant } from './module.ts';
import { findOnly } from './once.ts';
import { listNames } from '../../words/phrases.ts';

/** A sync: when it runs, from where, into what, and how rows are matched. */
export function linkSync(context: LinkContext, place: IntegrationPlace, sync: SyncSyntax): SyncSpec {
  const { declaration, owner } = place;
  const subject = `sync ${sync.name.text} of ${owner}`;
  const only = <K extends SyncItemSyntax['kind']>(kind: K) =>
    findOnly(context, declaration, sync.items, kind, subject);
  const from = only('from');
  const serviceName = from?.service ?? only('from_service')?.service ?? null;
  const foreignName = from?.foreign ?? only('from_foreign')?.foreign ?? null;
  const into = only('into_entity');
  const service = serviceName === null ? null : findUsedService(context, place, serviceName, subject);
  const foreign = foreignName === null ? null : findUsedForeignModel(context, place, foreignName, subject);
  const entity = into?.entity
    ? findEntity(context, declaration, into.entity, `${subject} goes into entity`)
    : null;
  const foreignFields = namesOfForeignModel(foreign);
  const match = (only('match')?.items ?? []).flatMap((item) => {
    if (item.kind !== 'match_line' || item.right === null) return [];
    if (
      foreignFields !== null &&
      !foreignFields.names.includes(item.left.text) &&
      !foreignFields.isLost(item.left.text)
    ) {
      const near = nearest(context, item.left.text, foreignFields.names);
      const isSwapped =
        entity?.fields.has(item.left.text) === true && foreignFields.names.includes(item.right.text);
      complain(
        context,
        declaration,
        'DZL106',
        item.left.span,
        `${subject} matches "${item.left.text}", which is not a field of foreign_model ${foreign!.syntax.name.text}`,
        isSwapped
          ? `write the foreign field first: ${item.right.text} <-> ${item.left.text}`
          : near === undefined
            ? `write one of: ${listNames(foreignFields.names)}`
            : `write "${near}"`,
      );
      if (isSwapped) return [];
    }
    if (entity !== null) findField(context, declaration, entity, item.right, `${subject} matches`);
    return [{ foreign: item.left.text, entity: item.right.text }];
  });
  return {
    name: sync.name.text,
    ...linkSchedule(context, place, sync, subject),
    service: service?.name ?? null,
    operation: from?.operation?.text ?? only('from_operation')?.operation?.value ?? null,
    foreignModel: foreign?.name ?? null,
    entity: entity?.declaration.name ?? null,
    match,
    place: placeOf(declaration.file, sync.name.span),
    ...optionalMeta(sync.items),
  };
}

function linkSchedule(
  context: LinkContext,
  { declaration }: IntegrationPlace,
  sync: SyncSyntax,
  subject: string,
): Pick<SyncSpec, 'mode' | 'schedule'> {
  const mode = findOnly(context, declaration, sync.items, 'mode', subject);
  const separate = findOnly(context, declaration, sync.items, 'schedule', subject);
  const written = mode?.schedule ?? separate?.value ?? null;
  const name = mode?.value?.value ?? (written === null ? 'event_driven' : 'scheduled');
  if (written === null) {
    if (name === 'scheduled' && !mayHaveMeant(declaration.file, sync, 'schedule')) {
      complain(
        context,
        declaration,
        'DZL173',
        mode!.value!.span,
        `${subject} is scheduled but has no schedule`,
        'add a line such as: schedule: "0 2 * * *"',
      );
    }
    return { mode: name, schedule: null };
  }
  const cron = readCron(written.value);
  if ('problem' in cron) {
    complain(
      context,
      declaration,
      'DZL173',
      written.span,
      `the schedule of ${subject} ${cron.problem}`,
      'write minute, hour, day, month and day of the week, as in "0 2 * * *" for two in the night',
    );
    return { mode: name, schedule: null };
  }
  return { mode: name, schedule: cron.schedule };
}
