import { openTools } from '../tools.mjs';

/** The tools that merge in one process, a text at a time. */
export function openMergers(dazzle) {
  const tools = openTools(dazzle.mergeText, dazzle.joinRegions);
  return {
    dazzle: (pair) => tools.dazzle({ ...pair, found: true }),
    'git merge-file': tools['git merge-file'],
    ...(tools.mergiraf ? { mergiraf: tools.mergiraf } : {}),
  };
}
