import { StoppedError } from '../../../diagnostics/diagnostic.ts';
import { joinMarkers } from '../../../plan/merge/index.ts';
import type { Settlement } from '../../../plan/types.ts';
import type { ConflictQuestion } from '../../../request.ts';
import { formatDiff } from '../diff/format-diff.ts';
import { loadPainter, type PaintLine } from '../diff/paint-syntax.ts';
import { countNoun, hangText } from '../text.ts';
import type { Colours } from '../terminal.ts';
import type { KeyChoice } from './ask-key.ts';
import { listKeys, type ConflictScreen } from './conflict-screen.ts';
import { showDiff } from './conflict-views.ts';
import { pickHunks } from './pick-hunks.ts';

/**
 * Asks about each conflict in turn, with going back; the same number of settlements comes out.
 * @throws StoppedError on `q`: nothing has been written.
 */
export async function settleConflicts(
  conflicts: readonly ConflictQuestion[],
  screen: ConflictScreen,
): Promise<Settlement[]> {
  const settlements: Settlement[] = [];
  const trail: number[] = [];
  let at = 0;
  while (at < conflicts.length) {
    const step = await settleOne(conflicts[at]!, screen, trail.length > 0);
    if (step === 'back') {
      at = trail.pop()!;
      settlements.length = at;
      continue;
    }
    trail.push(at);
    if ('rest' in step) while (at < conflicts.length) settlements[at++] = { kind: step.rest };
    else settlements[at++] = step.one;
  }
  return settlements;
}

type Step = { readonly one: Settlement } | { readonly rest: 'keep' | 'take' } | 'back';

async function settleOne(
  question: ConflictQuestion,
  screen: ConflictScreen,
  canGoBack: boolean,
): Promise<Step> {
  const { change, merge } = question;
  const keys = keysFor(question, canGoBack);
  const paint = await loadPainter(change.path, screen.colours);
  let diffs = 0;
  screen.show(['', ...introduce(question, screen)]);
  for (;;) {
    switch (await screen.askKey(`${change.path}:`, keys)) {
      case 'm':
        screen.show(showMerge(question, screen.colours, paint));
        break;
      case 'h': {
        const picked = await pickHunks(question.merge!, screen, paint);
        if (picked !== null) return { one: picked };
        break;
      }
      case 'k':
        return { one: { kind: 'keep' } };
      case 't':
        return { one: { kind: 'take' } };
      case 'c':
        return { one: { kind: 'markers' } };
      case 'd':
        screen.show(showDiff(question, diffs++, screen, paint));
        break;
      case 'e': {
        const start = merge === null ? decode(change.disk) : joinMarkers(merge);
        const text = await screen.edit(start ?? '', change.path);
        if (text === null) screen.show(['nothing was changed in the editor']);
        else if (/^(<{7}|>{7}) /m.test(text))
          screen.show(['conflict markers are still in it: edit again, or choose another key']);
        else return { one: { kind: 'merged', text } };
        break;
      }
      case 's':
        return { one: { kind: 'later' } };
      case 'i':
        return { one: { kind: 'ignore' } };
      case 'K':
        return { rest: 'keep' };
      case 'T':
        return { rest: 'take' };
      case 'u':
        return 'back';
      case 'q':
        throw new StoppedError();
      default:
        screen.show(listKeys(keys, screen));
    }
  }
}

/** The keys that make sense for a conflict. */
export function keysFor({ change, merge }: ConflictQuestion, canGoBack: boolean): KeyChoice[] {
  const isText = !change.binary && !change.secret;
  const take = change.why === 'orphaned' ? 'take the new state: delete it' : 'take the new one';
  return [
    ...(merge !== null && isText ? [{ key: 'm', label: 'show the merge' }] : []),
    ...(merge !== null && isText ? [{ key: 'h', label: 'pick hunk by hunk' }] : []),
    { key: 'k', label: 'keep mine' },
    { key: 't', label: take },
    ...(merge !== null && isText ? [{ key: 'c', label: 'write conflict markers' }] : []),
    ...(isText
      ? [{ key: 'd', label: 'what the build does to it; again: what you changed, what is new' }]
      : []),
    ...(isText && change.next !== null ? [{ key: 'e', label: 'open in the editor' }] : []),
    { key: 's', label: 'later: keep mine for now and ask again' },
    { key: 'i', label: 'always ignore this file (.dazzleignore)' },
    { key: 'K', label: 'keep mine here and in all that remain' },
    { key: 'T', label: 'take the new one here and in all that remain' },
    ...(canGoBack ? [{ key: 'u', label: 'back to the conflict before' }] : []),
    { key: 'q', label: 'stop; nothing is written' },
    { key: '?', label: 'this help' },
  ];
}

const reasons: Readonly<Record<string, string>> = {
  foreign: 'dazzle never wrote this file, and it is in the way',
  orphaned: 'no longer generated, but you edited it',
  edited: 'edited by you, and changed by the build',
  pending: 'conflict markers are still in it',
};

function introduce(
  { change, merge, index, total }: ConflictQuestion,
  { colours, width }: ConflictScreen,
): string[] {
  const hunks = merge === null ? '' : `, ${countNoun(merge.conflicts, 'hunk')}`;
  const reason = `${reasons[change.why ?? ''] ?? 'both sides changed'}${hunks}`;
  const first = `${colours.yellow('conflict')} ${index} of ${total}  `;
  return [
    ...hangText(first, colours.bold(change.path), width, 2),
    ...hangText('  ', reason, width, 2),
    ...(merge?.reason === undefined ? [] : hangText('  ', merge.reason, width, 2)),
  ];
}

function decode(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function showMerge({ change, merge }: ConflictQuestion, colours: Colours, paint: PaintLine): string[] {
  const mine = decode(change.disk);
  return formatDiff(
    { oldName: 'yours', newName: 'merged', oldText: mine, newText: joinMarkers(merge!) },
    colours,
    3,
    paint,
  );
}
