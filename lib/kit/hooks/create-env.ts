import { randomBytes } from 'node:crypto';
import type { Answers, HookResult, TreeHook, TreeHookContext } from '../../backend/types.ts';
import { environmentArtifact, environmentSecretsArtifact } from './artifacts.ts';
import type { EnvironmentVariable } from './artifacts.ts';

/** One variable of `.env`. A `secret` one gets a random value and is empty in `.env.example`. */
export interface DeclaredVariable {
  readonly name: string;
  /** One line, written above it as a comment. */
  readonly description: string;
  /** The development value in `.env`; unused for a secret. */
  readonly value?: string;
  /** The value in `.env.example`; default: the development value. */
  readonly example?: string;
  readonly secret?: boolean;
  /** Written commented out: the application has a default for it. */
  readonly optional?: boolean;
}

/**
 * `create_env`: `.env` with fresh secrets, written once with mode 0600 and the user's from then on, and `.env.example` without
 * any. Later builds tell which variables an existing `.env` lacks (DZL346).
 */
export function createEnv<A extends object = Answers>(
  declare: (context: TreeHookContext<A>) => readonly DeclaredVariable[],
): TreeHook<A> {
  return {
    name: 'create_env',
    description: 'writes .env with fresh secrets (once) and .env.example',
    phase: 'post_build',
    runsOn: 'tree',
    essential: true,
    onFailure: 'abort',
    execute(context): HookResult {
      const variables = declare(context);
      const existing = context.existing.read('.env');
      const { tree } = context;
      tree.write('.env.example', envText(variables, exampleOf, exampleHead), { formatted: true });
      const text = existing ?? envText(variables, valueOf, envHead);
      tree.write('.env', text, {
        once: 'secret',
        mode: 0o600,
        formatted: true,
      });
      const missing = existing === undefined ? [] : missingFrom(existing, variables);
      if (missing.length > 0) context.report(lacking(missing, context.outputDir));
      const artifacts = [
        environmentArtifact.of(variables.map(describe)),
        environmentSecretsArtifact.of(secretsIn(text, variables)),
      ];
      const message = existing === undefined ? '.env has fresh secrets' : '.env was kept as it is';
      return { success: true, message, artifacts };
    },
  };
}

const envHead = 'Settings of this copy, for development. Not for git: it has secrets.';
const exampleHead = 'Copy this file to .env and fill it in. In production, set these in the environment.';

/** 50 characters of base64url: 300 random bits, safe in every .env reader. */
export function makeSecret(): string {
  return randomBytes(38).toString('base64url').slice(0, 50);
}

function valueOf({ secret, value }: DeclaredVariable): string {
  return secret === true ? makeSecret() : (value ?? '');
}

function exampleOf({ secret, value, example }: DeclaredVariable): string {
  return secret === true ? '' : (example ?? value ?? '');
}

function envText(
  variables: readonly DeclaredVariable[],
  value: (variable: DeclaredVariable) => string,
  head: string,
): string {
  const blocks = variables.map((variable) => {
    const line = `${variable.name}=${quote(value(variable))}`;
    return `# ${variable.description}\n${variable.optional === true ? `# ${line}` : line}\n`;
  });
  return [`# ${head}\n`, ...blocks].join('\n');
}

/** Readers of .env differ about escapes; single quotes keep everything as it is in all of them. */
function quote(value: string): string {
  if (/^[\w@%+=:,./*-]*$/.test(value)) return value;
  return value.includes("'") ? `"${value.replace(/["\\]/g, '\\$&')}"` : `'${value}'`;
}

function missingFrom(text: string, variables: readonly DeclaredVariable[]): string[] {
  const there = new Set(
    [...text.matchAll(/^\s*(?:export\s+)?#?\s*([A-Za-z_]\w*)\s*=/gm)].map((match) => match[1]),
  );
  return variables
    .filter(({ name, optional }) => optional !== true && !there.has(name))
    .map(({ name }) => name);
}

function secretsIn(text: string, variables: readonly DeclaredVariable[]): string[] {
  return variables
    .filter(({ secret }) => secret === true)
    .flatMap(
      ({ name }) =>
        new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=\\s*["']?([^"'\\s]+)`, 'm').exec(text)?.[1] ?? [],
    );
}

function lacking(names: readonly string[], folder: string) {
  return {
    code: 'DZL346',
    severity: 'warning',
    message: `${folder}/.env, which is yours, has no ${names.join(', ')}`,
    fix: `add ${names.length === 1 ? 'it' : 'them'} as in ${folder}/.env.example`,
  } as const;
}

function describe(variable: DeclaredVariable): EnvironmentVariable {
  const { name, description, secret = false } = variable;
  return { name, description, example: exampleOf(variable), secret };
}
