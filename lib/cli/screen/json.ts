import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Change } from '../../plan/types.ts';
import type { BuildOutcome } from '../../request.ts';
import { countChanges } from './change-kinds.ts';
import type { Channel } from './terminal.ts';

/** A diagnostic as `--json` shows it: its place flat; absent parts left out. */
export function diagnosticJson(diagnostic: Diagnostic): object {
  const { place } = diagnostic;
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    ...(place === undefined ? {} : { file: place.file, line: place.line, column: place.column }),
    message: diagnostic.message,
    ...(diagnostic.fix === undefined ? {} : { fix: diagnostic.fix }),
  };
}

/** The document of a command that failed before it had an outcome; one that tells of a build has every key all the same. */
export function failureJson(diagnostics: readonly Diagnostic[], tellsOfBuild = false): object {
  const told = diagnostics.map(diagnosticJson);
  if (!tellsOfBuild) return { status: 'error', diagnostics: told };
  const nothing = { backends: [], changes: [], summary: countChanges([]), hooks: [], artifacts: {} };
  return { status: 'error', ...nothing, diagnostics: told };
}

/** What a document tells of a change. */
export type ToldChange = Pick<Change, 'path' | 'kind' | 'why' | 'from' | 'hunks'>;

/** What a document tells of a build. */
export type ToldOutcome = Pick<
  BuildOutcome,
  'status' | 'backends' | 'hooks' | 'artifacts' | 'diagnostics'
> & { readonly changes: readonly ToldChange[] };

/** The document that `build`, `diff` and `init` write under `--json`. */
export function outcomeJson(outcome: ToldOutcome): object {
  return {
    status: outcome.status,
    backends: outcome.backends,
    changes: outcome.changes.map((change) => ({
      path: change.path,
      kind: change.kind,
      ...(change.why === undefined ? {} : { why: change.why }),
      ...(change.from === undefined ? {} : { from: change.from }),
      ...(change.hunks === undefined ? {} : { hunks: change.hunks }),
    })),
    summary: countChanges(outcome.changes),
    hooks: outcome.hooks.map((hook) => ({
      backend: hook.backend,
      name: hook.name,
      phase: hook.phase,
      success: hook.success,
      message: hook.message,
    })),
    artifacts: outcome.artifacts,
    diagnostics: outcome.diagnostics.map(diagnosticJson),
  };
}

/** Writes a value as the one JSON document of stdout. */
export function writeJson(channel: Channel, value: unknown): void {
  channel.write(`${JSON.stringify(value, null, 2)}\n`);
}
