import type { Change } from '../../../plan/types.ts';
import { loadPainter } from '../../screen/diff/paint-syntax.ts';
import { countLines, formatDiff } from '../../screen/diff/format-diff.ts';
import { countOpen, formatOpen } from '../../screen/diff/format-open.ts';
import { staysAsIs } from '../../screen/change-kinds.ts';
import { tintKind } from '../../screen/reporter.ts';
import { clipText, countNoun, hangText, padText } from '../../screen/text.ts';
import type { Colours } from '../../screen/terminal.ts';

interface Versions {
  readonly from: string | null;
  readonly to: string | null;
}

function isShown(change: Change): boolean {
  return !staysAsIs(change);
}

function decode(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** What is on the disk, and what will be: of a conflict, with the user's lines staying. */
function versionsOf({ kind, disk, after, next }: Change): Versions {
  return {
    from: kind === 'create' ? null : decode(disk),
    to: decode(after === undefined ? next : after),
  };
}

/** Every change that a build would make as a unified diff from the disk to the result, beneath a line with its status word; what is open follows. */
export async function formatChanges(
  changes: readonly Change[],
  colours: Colours,
  width = Infinity,
): Promise<string[]> {
  const lines: string[] = [];
  for (const change of changes.filter(isShown)) {
    const moved = change.from === undefined ? '' : `${change.from} -> `;
    const reason = change.isLocal === true ? 'a secret of this copy, not in git' : change.why;
    const why = reason === undefined ? '' : ` (${reason})`;
    const kind = `${tintKind(change.kind, colours)(change.kind)} `;
    lines.push(...hangText(kind, `${colours.bold(`${moved}${change.path}`)}${why}`, width, 2));
    if (change.secret) lines.push(colours.dim('(secret: its contents are not shown)'));
    else if (change.binary) lines.push(colours.dim('(binary)'));
    else {
      const { from, to } = versionsOf(change);
      const names = { oldName: `a/${change.from ?? change.path}`, newName: `b/${change.path}` };
      const paint = await loadPainter(change.path, colours);
      lines.push(...formatDiff({ ...names, oldText: from, newText: to }, colours, 3, paint));
    }
    if (change.kind === 'conflict') lines.push(...formatOpen(change, colours, width));
    lines.push('');
  }
  return lines;
}

/** One line for each such change: added and removed lines, and how many hunks are open. */
export function formatStat(changes: readonly Change[], colours: Colours, width: number): string[] {
  const rows = changes.filter(isShown).map((change) => {
    const { from, to } = versionsOf(change);
    const count = change.binary || change.secret ? null : countLines(from, to);
    return { change, count };
  });
  const hasOpen = rows.some(({ change }) => countOpen(change) > 0);
  const columns = Math.max(16, width - 24 - (hasOpen ? 14 : 0));
  const longest = Math.min(columns, Math.max(0, ...rows.map(({ change }) => change.path.length)));
  return rows.map(({ change, count }) => {
    const word = tintKind(change.kind, colours)(change.kind.padStart(8));
    const path =
      change.path.length > longest ? `…${clipText(change.path.slice(1 - longest), longest)}` : change.path;
    const lines =
      count === null ? '' : `${colours.green(`+${count.added}`)} ${colours.red(`-${count.removed}`)}`;
    const open = countOpen(change);
    const left = open === 0 ? '' : `  ${colours.yellow(`${countNoun(open, 'hunk')} open`)}`;
    return `${word}  ${padText(path, longest)}  ${lines}${left}`.trimEnd();
  });
}
