import { posix } from 'node:path';
import type { HookReport } from '../../backend/types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Change, ChangeKind, ChangeReason } from '../../plan/types.ts';
import type { Reporter } from '../../request.ts';
import type { CommandContext } from '../command.ts';
import { changeKinds, countChanges, staysAsIs } from './change-kinds.ts';
import { formatDiagnostic } from './print-diagnostics.ts';
import { countNoun, formatTook, widthOf } from './text.ts';
import type { Channel, Colours } from './terminal.ts';

/** How much the reporter says. */
interface ReporterOptions {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Nothing will be written, and the summary says so. */
  readonly dryRun: boolean;
  /** The command or option that shows the warnings that were left out; absent: `--verbose`. */
  readonly hint?: string;
}

/** The reporter of the command line, which remembers what it has shown. */
interface ConsoleReporter extends Reporter {
  /** Whether the changes have been listed already. */
  readonly hasListed: boolean;
  /** Shows a diagnostic; `--quiet` leaves warnings out, but for those of a hook that failed. */
  diagnostic(diagnostic: Diagnostic, isOfFailed?: boolean): void;
  /** Says how many warnings were left out because others of their code were shown. */
  tellFolded(): void;
}

const phaseTexts: Readonly<Record<Parameters<Reporter['phase']>[0], string>> = {
  load: 'reading the spec',
  prompting: 'asking',
  pre_build: 'looking at the machine',
  writing: 'generating',
  post_build: 'finishing the files',
  plan: 'comparing with the disk',
  settle: 'settling conflicts',
  commit: 'putting files in place',
  disk: 'running the steps after the build',
};

/** Warnings that the next build does not repeat, so that all of them are shown. */
const toldOnce = new Set(['DZL414', 'DZL415', 'DZL416', 'DZL417']);

/** How many warnings of one code are shown without `--verbose`. */
const shownOfACode = 3;

/** Makes the reporter of a build: lines that stay, and one live line while something takes long. */
export function createReporter(context: CommandContext, options: ReporterOptions): ConsoleReporter {
  const { terminal } = context;
  const { live } = terminal;
  let hasListed = false;
  const warned = new Map<string, number>();
  let current = '';
  let phase: { name: string; since: number } | null = null;

  const endPhase = (): void => {
    if (phase === null || !options.verbose) return;
    const took = formatTook(performance.now() - phase.since);
    terminal.say.tell(terminal.say.colours.dim(`      phase  ${phase.name} (${took})`));
  };

  return {
    get hasListed() {
      return hasListed;
    },
    phase(name) {
      endPhase();
      phase = { name, since: performance.now() };
      if (name === 'commit' && !options.dryRun) context.disk = 'committing';
      if (name === 'disk') context.disk = 'committed';
      if (name === 'prompting' || name === 'settle') live.stop();
      else live.show(phaseTexts[name]);
    },
    diagnostic(diagnostic, isOfFailed = false) {
      if (diagnostic.severity === 'warning') {
        const count = toldOnce.has(diagnostic.code) ? 0 : (warned.get(diagnostic.code) ?? 0) + 1;
        warned.set(diagnostic.code, count);
        const isUrgent = isOfFailed || diagnostic.code === 'DZL445' || diagnostic.code === 'DZL446';
        if ((options.quiet && !isUrgent) || (count > shownOfACode && !options.verbose)) return;
      }
      const lines = formatDiagnostic(diagnostic, terminal.err, options.verbose);
      for (const line of lines) terminal.err.line(line);
    },
    tellFolded() {
      if (options.quiet || options.verbose) return;
      for (const [code, count] of warned) {
        if (count <= shownOfACode) continue;
        const more = countNoun(count - shownOfACode, 'more warning');
        const text = `and ${more} of ${code}: ${options.hint ?? '--verbose'} shows them all`;
        terminal.err.hang('', terminal.err.hint(text), 0, { tint: terminal.err.colours.dim });
      }
    },
    planned(changes) {
      hasListed = true;
      if (!options.quiet) listChanges(changes, terminal.say, options);
    },
    step({ kind, backend, name, state, took, report }) {
      if (state === 'start') {
        current = terminal.err.width < 60 ? name : `${backend}: ${name}`;
        live.show(current);
        const isLong = kind === 'hook' && phase?.name === 'disk' && name !== 'display_instructions';
        if (isLong && !live.isShown && !options.quiet) terminal.say.tell(`        run  ${name}`);
        return;
      }
      current = '';
      if (kind === 'hook' && report !== undefined) showHook(report, terminal.say, options);
      else if (options.verbose) {
        terminal.say.tell(
          terminal.say.colours.dim(
            `  generator  ${backend}: ${name}${took === undefined ? '' : ` (${formatTook(took)})`}`,
          ),
        );
      }
    },
    progress(line) {
      live.show(current === '' ? line : `${current}  ${line}`);
    },
  };
}

/** The colour of a status word, by its meaning. */
export function tintKind(kind: ChangeKind, colours: Colours): (text: string) => string {
  if (kind === 'create') return colours.green;
  if (kind === 'update' || kind === 'merge' || kind === 'rename') return colours.cyan;
  if (kind === 'delete' || kind === 'conflict') return colours.red;
  return colours.dim;
}

const wordWidth = 11;

/** Kinds whose every file is named, however many there are. */
const alwaysNamed: readonly ChangeKind[] = ['merge', 'rename', 'delete', 'conflict'];
const mostNamed = 12;

/** Lists what happens to the files, one status word a line; many alike in one folder share a line unless `verbose`. */
export function listChanges(changes: readonly Change[], channel: Channel, options: ReporterOptions): void {
  for (const kind of changeKinds) {
    const alike = changes.filter((change) => change.kind === kind);
    const named = options.verbose ? alike : alike.filter(isWorthNaming);
    if (options.verbose || alwaysNamed.includes(kind) || named.length <= mostNamed) {
      for (const change of named) nameChange(change, channel);
    } else {
      const notes = new Set(named.map(reasonOf));
      const [reason] = notes;
      const note = notes.size === 1 && reason !== undefined ? `, ${reason}` : '';
      for (const [folder, count] of groupByFolder(named)) {
        statusLine(channel, kind, `${folder}/  ${channel.colours.dim(countNoun(count, 'file') + note)}`);
      }
    }
  }
  channel.hang('', summarize(changes, options.dryRun), 2, { tint: channel.colours.bold });
}

/** Claims that a change gets a line of its own: files that are the same, and those that are written only once, get none. */
function isWorthNaming({ kind, why }: Change): boolean {
  return kind !== 'identical' && !(kind === 'kept' && why === 'once');
}

/** What a person reads for the reason of a change. */
const reasons: Readonly<Record<ChangeReason, string>> = {
  foreign: 'not written by dazzle',
  edited: 'your edits',
  deleted: 'you deleted it',
  orphaned: 'no longer generated',
  once: 'yours after the first build',
  ignored: 'in .dazzleignore',
  pending: 'conflict markers in it',
  mode: 'permissions',
  policy: 'by the policy in dazzle.toml',
};

function reasonOf({ kind, why }: Change): string | undefined {
  if (why === 'pending' && (kind === 'update' || kind === 'merge')) return 'its conflict markers are settled';
  return why && reasons[why];
}

function nameChange(change: Change, channel: Channel): void {
  const { dim } = channel.colours;
  const reason = reasonOf(change);
  const notes = [
    ...(change.from === undefined ? [] : [`from ${change.from}`]),
    ...(reason === undefined ? [] : [reason]),
    ...(change.isLocal === true ? ['a secret of this copy, not in git'] : []),
    ...(change.hunks === undefined ? [] : [countNoun(change.hunks, 'hunk')]),
  ];
  const path = change.kind === 'delete' ? change.path : channel.linkFile(change.path, change.path);
  statusLine(channel, change.kind, path + (notes.length === 0 ? '' : `  ${dim(notes.join(', '))}`));
}

function statusLine(channel: Channel, kind: ChangeKind, text: string): void {
  const first = `${' '.repeat(wordWidth - kind.length)}${tintKind(kind, channel.colours)(kind)}  `;
  const columns = channel.width - wordWidth - 2;
  const fits = text.split(' ').every((word) => widthOf(word) <= columns);
  channel.hang(first, text, fits ? wordWidth + 2 : 2);
}

function groupByFolder(changes: readonly Change[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { path } of changes) {
    const folder = posix.dirname(path).split('/').slice(0, 3).join('/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `60 files: create 58, identical 2`. */
export function summarize(changes: readonly Change[], dryRun: boolean): string {
  const counts = countChanges(changes);
  const parts = changeKinds.filter((kind) => counts[kind] > 0).map((kind) => `${kind} ${counts[kind]}`);
  if (parts.length === 0) return 'no files';
  const changed = !changes.every(staysAsIs);
  // No more than that: the hooks on the disk have not run yet.
  const outcome = changed ? '' : '; no file changes';
  return `${countNoun(changes.length, 'file')}: ${parts.join(', ')}${dryRun && changed ? '; nothing was written' : outcome}`;
}

function showHook(report: HookReport, channel: Channel, options: ReporterOptions): void {
  const { green, yellow, red, dim } = channel.colours;
  const say = (word: string, tint: (text: string) => string, text: string): void => {
    channel.hang(`${' '.repeat(wordWidth - word.length)}${tint(word)}  `, text, wordWidth + 2);
  };
  if (!report.success && !report.skipped) {
    // Its diagnostics, where it has any, are shown next and say why.
    const cause = report.diagnostics.length > 0 ? '' : `: ${report.message}`;
    say('failed', red, `${report.backend}: ${report.name}${cause}`);
    return;
  }
  if (options.quiet || report.name === 'display_instructions') return;
  if (!options.verbose && (report.skipped || report.runsOn === 'tree')) return;
  const took = options.verbose ? dim(` (${formatTook(report.took)})`) : '';
  const text = `${report.name}: ${report.message}${took}`;
  if (report.skipped) say('skipped', yellow, text);
  else say('hook', green, text);
}
