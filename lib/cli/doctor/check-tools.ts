import { spawn } from 'node:child_process';

/** How one thing that dazzle needs is doing. */
export interface Finding {
  readonly state: 'good' | 'note' | 'bad';
  readonly name: string;
  readonly message: string;
  /** What to do; where something is missing or wrong. */
  readonly fix?: string;
}

/** A program that some backends' hooks run. */
interface Tool {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  readonly least: readonly [major: number, minor: number] | null;
  /** Backends that cannot be installed or run without it. */
  readonly neededBy: readonly string[];
  readonly usedFor: string;
  readonly fix: string;
}

const tools: readonly Tool[] = [
  {
    name: 'Python',
    commands: [
      ['python3', '--version'],
      ['python', '--version'],
    ],
    least: [3, 10],
    neededBy: ['django_micro', 'django_api'],
    usedFor: 'Django projects',
    fix: 'install Python 3.10 or newer (python.org, or your package manager)',
  },
  {
    name: 'git',
    commands: [['git', '--version']],
    least: null,
    neededBy: [],
    usedFor: 'keeping the project and its baseline',
    fix: 'install git (git-scm.com, or your package manager)',
  },
  {
    name: 'Docker',
    commands: [['docker', '--version']],
    least: null,
    neededBy: [],
    usedFor: 'containers',
    fix: 'install Docker (docs.docker.com/get-docker) to run the generated compose file',
  },
];

/** Looks for the tools that hooks use; one that no backend of the stack needs is only noted. */
export async function checkTools(backends: readonly string[]): Promise<Finding[]> {
  const found = await Promise.all(tools.map((tool) => checkTool(tool, backends)));
  return [checkNode(), ...found];
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNew = major > 20 || (major === 20 && minor >= 19);
  return {
    state: isNew ? 'good' : 'bad',
    name: 'Node',
    message: process.versions.node,
    ...(isNew ? {} : { fix: 'install Node 20.19 or newer (nodejs.org)' }),
  };
}

async function checkTool(tool: Tool, backends: readonly string[]): Promise<Finding> {
  const needed = tool.neededBy.some((name) => backends.includes(name));
  const missing = needed ? 'bad' : 'note';
  for (const command of tool.commands) {
    const version = await readVersion(command);
    if (version === null) continue;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const { least } = tool;
    const isOld = least !== null && (major < least[0] || (major === least[0] && minor < least[1]));
    if (!isOld) return { state: 'good', name: tool.name, message: version };
    return {
      state: missing,
      name: tool.name,
      message: `${version}; ${least.join('.')} or newer is needed for ${tool.usedFor}`,
      fix: tool.fix,
    };
  }
  const message = `not found; used for ${tool.usedFor}`;
  return { state: missing, name: tool.name, message, fix: tool.fix };
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
