import { readStyle } from '../lines/text-style.ts';
import { countConflicts, markerLabels } from './regions.ts';
import type { MergeOutcome, MergeRegion } from './regions.ts';

/**
 * Reads a file in which dazzle has left conflict markers back into regions, so that each hunk can still be picked;
 * null where the markers are not its own, or not whole.
 */
export function readMarked(text: string): MergeOutcome | null {
  const { text: plain, style } = readStyle(text);
  const regions: MergeRegion[] = [];
  let merged = '';
  let open: { mine: string; base: string; next: string; side: 'mine' | 'base' | 'next' } | null = null;
  for (const line of plain.split(/(?<=\n)/)) {
    if (open === null && line === `<<<<<<< ${markerLabels.mine}\n`) {
      if (merged !== '') regions.push({ kind: 'merged', text: merged, base: merged });
      merged = '';
      open = { mine: '', base: '', next: '', side: 'mine' };
    } else if (open === null) merged += line;
    else if (open.side === 'mine' && line.startsWith('||||||| ')) open.side = 'base';
    else if (open.side === 'base' && line === '=======\n') open.side = 'next';
    else if (open.side === 'next' && line === `>>>>>>> ${markerLabels.next}\n`) {
      const { mine, base, next } = open;
      regions.push({ kind: 'conflict', mine, base, next });
      open = null;
    } else open[open.side] += line;
  }
  if (open !== null) return null;
  if (merged !== '') regions.push({ kind: 'merged', text: merged, base: merged });
  const conflicts = countConflicts(regions);
  if (
    conflicts === 0 ||
    /^(<{7}|>{7}) /m.test(regions.map((each) => (each.kind === 'merged' ? each.text : '')).join(''))
  ) {
    return null;
  }
  return { mergedBy: 'line', regions, conflicts, style, baseStyle: style };
}
