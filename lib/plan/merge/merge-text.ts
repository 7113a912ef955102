import type { NamesToFollow, SpecRename } from '../follow/index.ts';
import { mergeStyle, readStyle } from '../lines/text-style.ts';
import { nestingOf } from './by-lines/nesting.ts';
import { chooseOutline } from './outlines/choose-outline.ts';
import type { PartsSource } from './outlines/outline-parts.ts';
import type { ReadOutline } from './outlines/unit.ts';
import { countConflicts } from './regions.ts';
import type { MergeOutcome, MergeRegion } from './regions.ts';

/** Three versions of one file, as they are on disk. */
interface MergeInput {
  /** The file's path in the output folder; its name tells the format. */
  readonly path: string;
  /** What dazzle wrote last time. */
  readonly base: string;
  /** What is there now. */
  readonly mine: string;
  /** What dazzle would write now. */
  readonly next: string;
  readonly renames?: readonly SpecRename[];
  /** What this build renames, for the lines that only the user wrote; where it is not given, the texts tell. */
  readonly follow?: NamesToFollow | null;
  /** Where a backend reads the parts of the file by itself. */
  readonly parts?: PartsSource | undefined;
}

/** Texts over this many characters are not merged. */
const characterLimit = 2_000_000;

/** Texts over this many lines are not merged. */
const lineLimit = 50_000;

/**
 * Merges the user's edits into the next version of a file: by lines, then by structure, each result guarded.
 *
 * Never guesses: what cannot be merged for certain comes back as a conflict region. Binary and huge files are
 * one conflict.
 */
export async function mergeText(input: MergeInput): Promise<MergeOutcome> {
  const [base, mine, next] = [readStyle(input.base), readStyle(input.mine), readStyle(input.next)];
  const style = mergeStyle(base.style, mine.style, next.style);
  const finish = (
    regions: readonly MergeRegion[],
    mergedBy: 'line' | 'structure',
    reason?: string,
  ): MergeOutcome => ({
    mergedBy,
    regions,
    conflicts: countConflicts(regions),
    ...(reason === undefined ? {} : { reason }),
    style,
    baseStyle: next.style,
    oldBaseStyle: base.style,
  });

  const isSame = next.text === base.text;
  if (mine.text === next.text || (isSame && !input.follow)) {
    return finish([{ kind: 'merged', text: mine.text, base: next.text }], 'line');
  }
  if (mine.text === base.text) return finish([{ kind: 'merged', text: next.text, base: next.text }], 'line');
  if ([base, mine, next].some(({ text }) => isUnmergeable(text))) {
    const whole = { kind: 'conflict', base: base.text, mine: mine.text, next: next.text } as const;
    return finish([whole], 'line', 'the file is binary or too large to merge');
  }
  const { renameTexts } = await import('../follow/index.ts');
  const { left, isRead, ...texts } = await renameTexts(
    input.path,
    { base: base.text, mine: mine.text, next: next.text },
    [...(input.follow?.codeRenames ?? []), ...(input.renames ?? [])],
    input.follow,
  );
  const found = { left, ...(isRead ? {} : { isUnread: true }) };
  if (isSame) return { ...finish([{ kind: 'merged', text: texts.mine, base: next.text }], 'line'), ...found };
  const { mergeGuarded } = await import('./merge-guarded.ts');
  const merged = mergeGuarded(texts, await loadOutline(input), nestingOf(input.path));
  return { ...finish(merged.regions, merged.mergedBy, merged.reason), ...found };
}

async function loadOutline({ path, parts }: MergeInput): Promise<ReadOutline | undefined> {
  if (parts) return (await import('./outlines/outline-parts.ts')).outlineParts(parts);
  return chooseOutline(path)?.();
}

function isUnmergeable(text: string): boolean {
  if (text.length > characterLimit || text.includes('\0')) return true;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines > lineLimit;
}
