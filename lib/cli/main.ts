#!/usr/bin/env node
import { packageVersion } from './package-root.ts';

const argv = process.argv.slice(2);
let fault: NodeJS.ErrnoException | undefined;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fault ??= error;
});
process.stderr.on('error', () => {});

const streams = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
};
let status = 0;
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${packageVersion()}\n`);
} else {
  const { runCommandLine } = await import('./run-command-line.ts');
  status = await runCommandLine(argv, streams);
}
await flush();
if (fault !== undefined) {
  const { reportLostOutput } = await import('./screen/report-fault.ts');
  reportLostOutput(fault, streams);
  await flush();
  if (status !== 130) status = 1;
}
process.exit(status);

/** What a pipe has not taken yet must get out before the end; an open stdin must not keep the command alive. */
async function flush(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((done) => void stream.write('', () => done()));
  }
}
