import { joinRegions, type ConflictChoice, type MergeRegion } from '../../../plan/merge/index.ts';
import type { Settlement } from '../../../plan/types.ts';
import type { ConflictQuestion } from '../../../request.ts';

/** A side for a whole file. */
type WholeChoice = 'keep' | 'take' | 'later';

/** What the person has decided so far of one conflict. */
export interface Decision {
  readonly question: ConflictQuestion;
  readonly whole: WholeChoice | null;
  /** One entry a hunk, null while it is open. */
  readonly choices: readonly (ConflictChoice | null)[];
  /** Text that was typed for a hunk before it changed: offered again, never used by itself. */
  readonly drafts: readonly (string | null)[];
}

/** A file that a build leaves for later, with the numbers of its open hunks, from 1; none where it is asked about as a whole. */
export interface OpenFile {
  readonly path: string;
  readonly hunks: readonly number[];
}

/** The decision of a conflict before the person has chosen anything. */
export function noDecision(question: ConflictQuestion): Decision {
  const none = Array.from({ length: question.merge?.conflicts ?? 0 }, () => null);
  return { question, whole: null, choices: none, drafts: none };
}

/** Settles a whole file, or one hunk of it, as the page asks; a string says what is wrong with the request. */
export function decide(decision: Decision, request: object): Decision | string {
  const { whole, hunk, choice } = request as { whole?: unknown; hunk?: unknown; choice?: unknown };
  if (whole !== undefined) {
    if (whole !== null && whole !== 'keep' && whole !== 'take' && whole !== 'later')
      return 'choose keep, take or later';
    return { ...decision, whole };
  }
  const { choices } = decision;
  if (typeof hunk !== 'number' || !(hunk in choices)) return `there are ${choices.length} hunks in this file`;
  if (!isChoice(choice)) return 'choose mine, next, both or a text';
  const settled = effectiveChoices(decision).with(hunk, choice);
  const drafts = settled.map((each, index) => (isText(each) ? null : textFor(decision, index)));
  return { ...decision, whole: null, choices: settled, drafts };
}

function isText(choice: ConflictChoice | null | undefined): choice is { readonly text: string } {
  return typeof choice === 'object' && choice !== null;
}

function isChoice(choice: unknown): choice is ConflictChoice | null {
  if (choice === null || choice === 'mine' || choice === 'next' || choice === 'both') return true;
  return typeof choice === 'object' && typeof (choice as { text?: unknown }).text === 'string';
}

/** What is used for each hunk, a choice for the whole file included; null: it stays open. */
export function effectiveChoices({ whole, choices }: Decision): readonly (ConflictChoice | null)[] {
  if (whole === null) return choices;
  const choice = whole === 'keep' ? 'mine' : whole === 'take' ? 'next' : null;
  return choices.map(() => choice);
}

/** What a build leaves open of a conflict; null where it is settled. */
export function openIn(decision: Decision): OpenFile | null {
  const { whole, question } = decision;
  const hunks = effectiveChoices(decision).flatMap((choice, index) => (choice === null ? [index + 1] : []));
  const isOpen = decision.choices.length === 0 ? whole === null || whole === 'later' : hunks.length > 0;
  return isOpen ? { path: question.change.path, hunks } : null;
}

/** Hunks (from 1) for which text was typed, which a choice for the whole file passes over. */
export function unusedTexts({ whole, choices }: Decision): number[] {
  return whole === null ? [] : numbersOf(choices, isText);
}

/** Hunks (from 1) that get text that was typed. */
export function usedTexts(decision: Decision): number[] {
  return numbersOf(effectiveChoices(decision), isText);
}

function numbersOf<T>(values: readonly T[], holds: (value: T) => boolean): number[] {
  return values.flatMap((value, index) => (holds(value) ? [index + 1] : []));
}

/** How the build settles a conflict: hunks without a choice are left for later. */
export function settlementOf(decision: Decision): Settlement {
  const { question, whole, choices } = decision;
  if (whole !== null) return { kind: whole };
  if (question.merge === null || choices.every((choice) => choice === null)) return { kind: 'later' };
  if (choices.includes(null)) return { kind: 'partly', choices };
  return { kind: 'merged', text: joinRegions(question.merge, (index) => choices[index]!) };
}

/** A decision after the plan was made again, and what of the one before could not be kept. */
interface CarriedDecision {
  readonly decision: Decision;
  /** A choice could not be kept. */
  readonly isAskedAgain: boolean;
  /** Hunks that were not there before, from 1. */
  readonly hunks: readonly number[];
  /** Typed texts that no hunk is left for. */
  readonly texts: readonly string[];
}

/** Carries a decision over to the same path's new question: choices stay with hunks that are as they were. */
export function carryDecision(earlier: Decision, question: ConflictQuestion): CarriedDecision {
  const before = conflictsOf(earlier.question);
  const after = conflictsOf(question);
  const taken = new Set<number>();
  const sources = after.map((hunk) => {
    const at = before.findIndex((each, index) => !taken.has(index) && isSameHunk(each, hunk));
    if (at >= 0) taken.add(at);
    return at;
  });
  const isSame =
    question.merge === null
      ? sameBytes(earlier.question.change.disk, question.change.disk) &&
        sameBytes(earlier.question.change.next, question.change.next)
      : earlier.question.merge !== null && !sources.includes(-1);
  const whole = isSame ? earlier.whole : null;
  const given = whole === null ? effectiveChoices(earlier) : earlier.choices;
  const choices = sources.map((at) => (at < 0 ? null : given[at]!));
  const lost = before.flatMap((_, index) => (taken.has(index) ? [] : (textFor(earlier, index) ?? [])));
  const drafts = sources.map((at) => (at < 0 ? (lost.shift() ?? null) : textFor(earlier, at)));
  const isDropped =
    earlier.choices.length === 0 || after.length === 0
      ? earlier.whole !== null && whole === null
      : countGiven(effectiveChoices(earlier)) > countGiven(effectiveChoices({ ...earlier, whole, choices }));
  return {
    decision: { question, whole, choices, drafts },
    isAskedAgain: isDropped,
    hunks: sources.flatMap((at, index) => (at < 0 ? [index + 1] : [])),
    texts: lost,
  };
}

function countGiven(choices: readonly (ConflictChoice | null)[]): number {
  return choices.filter((choice) => choice !== null).length;
}

/** The texts that were typed for a conflict. */
export function textsOf(decision: Decision): string[] {
  return decision.choices.flatMap((_, index) => textFor(decision, index) ?? []);
}

function textFor({ choices, drafts }: Decision, index: number): string | null {
  const choice = choices[index];
  return isText(choice) ? choice.text : drafts[index]!;
}

type Hunk = Extract<MergeRegion, { kind: 'conflict' }>;

function conflictsOf({ merge }: ConflictQuestion): Hunk[] {
  return (merge?.regions ?? []).filter((region) => region.kind === 'conflict');
}

function isSameHunk(one: Hunk, other: Hunk): boolean {
  return one.mine === other.mine && one.next === other.next && one.base === other.base;
}

function sameBytes(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one === other || (one !== null && other !== null && Buffer.compare(one, other) === 0);
}
