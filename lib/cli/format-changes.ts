import type { Change } from '../plan/types.ts';
import type { BuildOutcome } from '../request.ts';
import { loadPainter } from './paint-syntax.ts';
import { countLines, formatDiff } from './format-diff.ts';
import { tintKind } from './reporter.ts';
import { clipText, padText } from './text.ts';
import type { Colours } from './terminal.ts';

interface Versions {
  readonly from: string | null;
  readonly to: string | null;
}

/** Claims that a build would do something about the change. */
function isPending({ kind }: Change): boolean {
  return kind !== 'identical' && kind !== 'kept';
}

function decode(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** What is on the disk, and what will be; of a conflict, the new version in question. */
function versionsOf(change: Change, written: ReadonlyMap<string, Uint8Array | null>): Versions {
  const from = change.kind === 'create' ? null : decode(change.disk);
  if (change.kind === 'conflict') return { from, to: decode(change.next) };
  return { from, to: decode(written.has(change.path) ? written.get(change.path)! : change.next) };
}

function writtenBy({ operations }: BuildOutcome): Map<string, Uint8Array | null> {
  return new Map(
    operations.map((operation) => [operation.path, operation.kind === 'write' ? operation.contents : null]),
  );
}

/** Every pending change as a unified diff beneath a line with its status word. */
export async function formatChanges(outcome: BuildOutcome, colours: Colours): Promise<string[]> {
  const written = writtenBy(outcome);
  const lines: string[] = [];
  for (const change of outcome.changes.filter(isPending)) {
    const moved = change.from === undefined ? '' : `${change.from} -> `;
    const reason = change.isLocal === true ? 'a secret of this copy, not in git' : change.why;
    const why = reason === undefined ? '' : ` (${reason})`;
    lines.push(
      `${tintKind(change.kind, colours)(change.kind)} ${colours.bold(`${moved}${change.path}`)}${why}`,
    );
    if (change.secret) lines.push(colours.dim('(secret: its contents are not shown)'));
    else if (change.binary) lines.push(colours.dim('(binary)'));
    else {
      const { from, to } = versionsOf(change, written);
      const names = { oldName: `a/${change.from ?? change.path}`, newName: `b/${change.path}` };
      const paint = await loadPainter(change.path, colours);
      lines.push(...formatDiff({ ...names, oldText: from, newText: to }, colours, 3, paint));
    }
    lines.push('');
  }
  return lines;
}

/** One line a pending change: added and removed lines. */
export function formatStat(outcome: BuildOutcome, colours: Colours, width: number): string[] {
  const written = writtenBy(outcome);
  const rows = outcome.changes.filter(isPending).map((change) => {
    const { from, to } = versionsOf(change, written);
    const count = change.binary || change.secret ? null : countLines(from, to);
    return { change, count };
  });
  const room = Math.max(16, width - 24);
  const longest = Math.min(room, Math.max(0, ...rows.map(({ change }) => change.path.length)));
  return rows.map(({ change, count }) => {
    const word = tintKind(change.kind, colours)(change.kind.padStart(8));
    const path =
      change.path.length > longest ? `…${clipText(change.path.slice(1 - longest), longest)}` : change.path;
    const lines =
      count === null ? '' : `${colours.green(`+${count.added}`)} ${colours.red(`-${count.removed}`)}`;
    return `${word}  ${padText(path, longest)}  ${lines}`.trimEnd();
  });
}
