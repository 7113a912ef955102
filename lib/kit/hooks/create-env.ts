import { randomBytes } from 'node:crypto';
import type { VariableFact } from '../../backend/facts.ts';
import type { Answers, HookResult, TreeHook } from '../../backend/types.ts';
import { environmentSecretsArtifact } from './artifacts.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/**
 * `create_env`: writes the environment variables that the backend's facts state. `.env`, with fresh secrets
 * and mode 0600, is made only where there is none and is the user's from then on; `.env.example` has no
 * secrets. DZL346 names the variables that an existing `.env` lacks.
 */
export function createEnv<A extends object = Answers>(): TreeHook<A> {
  return {
    name: 'create_env',
    description: 'writes .env with fresh secrets (once) and .env.example',
    phase: 'post_build',
    runsOn: 'tree',
    essential: true,
    onFailure: 'abort',
    makes: [environmentSecretsArtifact],
    execute({ facts, existing: { read }, tree, outputDir, report }): HookResult {
      const variables = facts.environment;
      const existing = read('.env');
      tree.write(
        '.env.example',
        envText(variables, ({ production }) => production, exampleHead),
        {
          formatted: true,
        },
      );
      const text = existing ?? envText(variables, valueOf, envHead);
      tree.write('.env', text, {
        once: 'secret',
        mode: 0o600,
        formatted: true,
      });
      const missing = existing === undefined ? [] : missingFrom(existing, variables);
      if (missing.length > 0) report(lacking(missing, outputDir));
      const message = existing === undefined ? '.env has fresh secrets' : '.env was kept as it is';
      const artifacts = [environmentSecretsArtifact.of(secretsIn(text, variables))];
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

function valueOf({ isSecret, development }: VariableFact): string {
  return isSecret ? makeSecret() : development;
}

function envText(
  variables: readonly VariableFact[],
  value: (variable: VariableFact) => string,
  head: string,
): string {
  const blocks = variables.map((variable) => {
    const line = `${variable.name}=${quote(value(variable))}`;
    return `# ${variable.meaning}\n${variable.isOptional ? `# ${line}` : line}\n`;
  });
  return [`# ${head}\n`, ...blocks].join('\n');
}

/** Readers of .env differ about escapes; single quotes keep everything as it is in all of them. */
function quote(value: string): string {
  if (/^[\w@%+=:,./*-]*$/.test(value)) return value;
  return value.includes("'") ? `"${value.replace(/["\\]/g, '\\$&')}"` : `'${value}'`;
}

function missingFrom(text: string, variables: readonly VariableFact[]): string[] {
  const there = new Set(
    [...text.matchAll(/^\s*(?:export\s+)?#?\s*([A-Za-z_]\w*)\s*=/gm)].map((match) => match[1]),
  );
  return variables.filter(({ name, isOptional }) => !isOptional && !there.has(name)).map(({ name }) => name);
}

function secretsIn(text: string, variables: readonly VariableFact[]): string[] {
  return variables
    .filter(({ isSecret }) => isSecret)
    .flatMap(
      ({ name }) =>
        new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=\\s*["']?([^"'\\s]+)`, 'm').exec(text)?.[1] ?? [],
    );
}

function lacking(names: readonly string[], folder: string): Diagnostic {
  return diagnose('DZL346', {
    message: `${folder}/.env, which is yours, has no ${names.join(', ')}`,
    fix: `add ${names.length === 1 ? 'it' : 'them'} as in ${folder}/.env.example`,
  });
}
