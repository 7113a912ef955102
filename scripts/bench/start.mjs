// What starting the command line costs, as a ratio to starting Node with nothing to do.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/main.js');
const rounds = 15;

function median(args) {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)];
}

median(['-e', '0']);
const floor = median(['-e', '0']);
const row = (what, args) => console.log(`${what.padEnd(24)} ${(median(args) / floor).toFixed(2)}x`);
console.log(`floor: node -e 0, ${floor.toFixed(0)} ms, median of ${rounds}`);
row('dazzle --version', [cli, '--version']);
row('dazzle --help', [cli, '--help']);
row('dazzle explain DZL104', [cli, 'explain', 'DZL104']);
row('dazzle stacks', [cli, 'stacks']);
