import { spawn } from 'node:child_process';
import type { ToolFact } from '../../../backend/facts.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { compareVersions } from '../../../kit/hooks/validate-dependencies.ts';

/** Whether one thing that dazzle or the project needs is there and works. */
export interface Finding {
  readonly state: 'good' | 'note' | 'bad';
  readonly name: string;
  readonly message: string;
  /** What to do; where something is missing or wrong. */
  readonly fix?: string;
}

/** What a diagnostic says is wrong, as a finding of that name. */
export function badFinding(name: string, { message, fix }: Diagnostic): Finding {
  return { state: 'bad', name, message, ...(fix === undefined ? {} : { fix }) };
}

/** A program to look for. */
export interface WantedTool extends Pick<ToolFact, 'name' | 'commands' | 'args' | 'install'> {
  /** The least version that works; null where any does. */
  readonly atLeast: string | null;
  /** Something of the project cannot be installed or run without it. */
  readonly isNeeded: boolean;
  readonly usedFor: string;
}

/** Looks for the tools and at the Node.js that runs dazzle; a missing tool that the project does not need is only noted. */
export async function checkTools(tools: readonly WantedTool[]): Promise<Finding[]> {
  return [checkNode(), ...(await Promise.all(tools.map(checkTool)))];
}

function checkNode(): Finding {
  const { node } = process.versions;
  const isNew = compareVersions(node, '20.19') >= 0;
  return {
    state: isNew ? 'good' : 'bad',
    name: 'Node',
    message: node,
    ...(isNew ? {} : { fix: 'install Node 20.19 or newer (nodejs.org)' }),
  };
}

async function checkTool({
  name,
  commands,
  args,
  atLeast,
  isNeeded,
  usedFor,
  install,
}: WantedTool): Promise<Finding> {
  const lacks = { state: isNeeded ? 'bad' : 'note', name, fix: install } as const;
  for (const command of commands) {
    const version = await readVersion([command, ...args]);
    if (version === null) continue;
    return atLeast === null || compareVersions(version, atLeast) >= 0
      ? { state: 'good', name, message: version }
      : { ...lacks, message: `${version}; ${atLeast} or newer is needed for ${usedFor}` };
  }
  return { ...lacks, message: `not found; used for ${usedFor}` };
}

/** The first version number that a command prints, or null where it cannot be run. */
function readVersion([command = '', ...args]: readonly string[]): Promise<string | null> {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 10_000 });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('error', () => done(null));
    child.on('close', (status) => done(status === 0 ? (/\d+(?:\.\d+)+/.exec(text)?.[0] ?? null) : null));
  });
}
