#!/usr/bin/env node
import { packageVersion } from './package-root.ts';

const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${packageVersion()}\n`);
} else {
  const { runCommandLine } = await import('./run-command-line.ts');
  const status = await runCommandLine(argv, {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
  });
  // What a pipe has not taken yet must get out first; an open stdin must not keep the command alive.
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((done) => void stream.write('', () => done()));
  }
  process.exit(status);
}
