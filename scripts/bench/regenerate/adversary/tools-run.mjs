import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openTools } from '../tools.mjs';
import { scratch } from './generate.mjs';

const installed = { MERGIRAF: 'cargo/bin/mergiraf', COPIER: 'venv/bin/copier' };
for (const [name, file] of Object.entries(installed)) {
  if (process.env[name] === undefined && existsSync(join(scratch, file)))
    process.env[name] = join(scratch, file);
}

/** The tools that merge a text at a time, and those that are too slow for more than a sample. */
export async function openMergers(dazzle) {
  const tools = openTools(dazzle.mergeText, dazzle.joinRegions);
  const { hasCopier, updateWithCopier } = await import('../run-copier.mjs');
  const jostraca = openJostraca();
  return {
    all: {
      dazzle: (pair) => tools.dazzle({ ...pair, found: true }),
      'git merge-file': tools['git merge-file'],
      ...(tools.mergiraf ? { mergiraf: tools.mergiraf } : {}),
    },
    sampled: {
      ...(jostraca ? { jostraca } : {}),
      ...(hasCopier() ? { Copier: updateWithCopier } : {}),
    },
  };
}

/** The three-way merge of the generator Jostraca, where it is installed below the scratch folder. */
function openJostraca() {
  const folder = join(scratch, 'jostraca', 'node_modules', 'jostraca');
  if (!existsSync(folder)) return undefined;
  const { merge } = createRequire(join(folder, 'package.json'))('./dist/diff.js');
  return ({ base, mine, next }) => {
    const { content, conflict } = merge(next, base, mine);
    return { text: content, questions: conflict ? Math.max(1, content.match(/^<{5,}/gm)?.length ?? 1) : 0 };
  };
}
