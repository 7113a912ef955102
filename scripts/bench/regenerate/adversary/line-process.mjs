import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Keeps a process that answers each line of JSON by one line of JSON, in order; it does not keep the benchmark alive. */
export function openLineProcess(command, args) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  const fail = (error) => waiting.splice(0).forEach(({ reject }) => reject(error));
  child.on('error', fail);
  child.on('exit', (status) => fail(new Error(`${command} ended with ${status}`)));
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)));
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify(request)}\n`);
      }),
    close: () => child.kill(),
  };
}
