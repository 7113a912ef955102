import { randomInt } from 'node:crypto';
import type { Answers, AnswerValue, HookResult, TreeHook, TreeHookContext } from '../../backend/types.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { adminCredentialsArtifact, adminPasswordArtifact, adminUserArtifact } from './artifacts.ts';

/** What a backend supplies for `create_superuser`. */
export interface SuperuserOptions<A extends object = Answers> {
  /** Lines for `.admin_credentials` on how to log in: the address, and the command that creates the user. */
  logIn(context: TreeHookContext<A>): readonly string[];
}

const file = '.admin_credentials';

/**
 * `create_superuser`: chooses the administrator, with a random password unless an option gives one (DZL343
 * where that cannot be used). The credentials are written once to `.admin_credentials`, with mode 0600, and
 * kept by later builds.
 */
export function createSuperuser<A extends object = Answers>({ logIn }: SuperuserOptions<A>): TreeHook<A> {
  return {
    name: 'create_superuser',
    description: 'chooses the administrator and writes .admin_credentials (once)',
    phase: 'post_build',
    runsOn: 'tree',
    onFailure: 'abort',
    makes: [adminUserArtifact, adminCredentialsArtifact, adminPasswordArtifact],
    options: {
      username: {
        type: 'string',
        description: 'name of the administrator',
        default: 'admin',
        check: (username) => wrongUser('username', username),
      },
      email: {
        type: 'string',
        description: 'e-mail address of the administrator',
        default: 'admin@example.com',
        check: (email) => wrongUser('email', email),
      },
      password_env: { type: 'string', description: 'environment variable that has the password' },
      password: {
        type: 'string',
        description: 'the password itself; better leave it out: one is made at random',
        check: checkPlainPassword,
      },
    },
    execute(context): HookResult {
      const existing = context.existing.read(file);
      const path = `${context.outputDir}/${file}`;
      if (existing !== undefined) return keepExisting(context, existing, path);
      const chosen = choosePassword(context);
      if ('diagnostic' in chosen) {
        return { success: false, message: chosen.diagnostic.message, diagnostics: [chosen.diagnostic] };
      }
      const user = { username: textOption(context, 'username'), email: textOption(context, 'email') };
      const text = [
        `Username: ${user.username}`,
        `Password: ${chosen.password}`,
        `Email: ${user.email}`,
        '',
        ...logIn(context),
        '',
        'Change this password after the first login, and never put this file into git.',
        '',
      ].join('\n');
      context.tree.write(file, text, { once: 'secret', mode: 0o600, formatted: true });
      return {
        success: true,
        message: `the administrator's credentials are in ${path}`,
        artifacts: [
          adminUserArtifact.of(user),
          adminCredentialsArtifact.of(path),
          adminPasswordArtifact.of(chosen.password),
        ],
      };
    },
  };
}

function keepExisting<A extends object>(
  context: TreeHookContext<A>,
  existing: string,
  path: string,
): HookResult {
  const { username, email, password } = readCredentials(existing);
  context.tree.write(file, existing, { once: 'secret', mode: 0o600, formatted: true });
  return {
    success: true,
    message: `the credentials in ${path} were kept`,
    artifacts: [
      adminUserArtifact.of({ username: username ?? '', email: email ?? '' }),
      adminCredentialsArtifact.of(path),
      adminPasswordArtifact.of(password ?? ''),
    ],
  };
}

/** Reads the text of `.admin_credentials`; a line that is missing or empty is left out. */
export function readCredentials(text: string): Partial<Record<'username' | 'password' | 'email', string>> {
  const line = (label: string): string | undefined =>
    new RegExp(`^${label}:[ \\t]*(.*?)[ \\t]*$`, 'm').exec(text)?.[1];
  const found = { username: line('Username'), password: line('Password'), email: line('Email') };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value !== ''));
}

function textOption<A extends object>(context: TreeHookContext<A>, name: string): string {
  return String(context.options[name] ?? '').trim();
}

function choosePassword<A extends object>(
  context: TreeHookContext<A>,
): { readonly password: string } | { readonly diagnostic: Diagnostic } {
  const variable = textOption(context, 'password_env');
  const plain = context.options['password'];
  if (variable !== '') {
    const password = process.env[variable];
    if (password !== undefined && isOneLine(password)) return heldAgainstRules(context, password, variable);
    return {
      diagnostic: diagnose('DZL343', {
        message: `create_superuser takes its password from ${variable}, which is ${password === undefined ? 'not set' : 'not a password of one line'}`,
        fix: `set ${variable}, or drop password_env below [hooks.create_superuser] to have one made at random`,
      }),
    };
  }
  if (typeof plain !== 'string') return { password: makePassword() };
  return heldAgainstRules(context, plain, 'dazzle.toml');
}

/**
 * Checks a password against the rules of the generated applications, except for their lists of common
 * passwords: the application itself checks those when it creates the user.
 */
function heldAgainstRules<A extends object>(
  context: TreeHookContext<A>,
  password: string,
  source: string,
): { readonly password: string } | { readonly diagnostic: Diagnostic } {
  const names = ['username', 'email'].map((name) => textOption(context, name).toLowerCase());
  const problem = problemOf(password, names);
  if (problem === null) return { password };
  return {
    diagnostic: diagnose('DZL343', {
      message: `the password that create_superuser takes from ${source} ${problem}, so the application would refuse it`,
      fix: `choose another in ${source}, or drop it there to have one made at random`,
    }),
  };
}

function problemOf(password: string, names: readonly string[]): string | null {
  if (password.length < 8) return 'is shorter than 8 characters';
  if (password.length > 1000) return 'is longer than 1000 characters';
  if (/^\p{Nd}+$/u.test(password)) return 'has nothing but digits';
  return names.includes(password.toLowerCase()) ? "is the user's own name" : null;
}

function checkPlainPassword(password: AnswerValue): Diagnostic {
  if (!isOneLine(String(password))) {
    return diagnose('DZL343', {
      message: '"password" in [hooks.create_superuser] is empty or has more than one line',
      fix: 'drop it to have one made at random',
    });
  }
  return diagnose('DZL347', {
    message: 'dazzle.toml has a password in plain text, where everyone with the project can read it',
    fix: 'drop "password" below [hooks.create_superuser] to have one made at random, or name a variable with password_env',
  });
}

function isOneLine(password: string): boolean {
  return password.trim() !== '' && !/[\r\n]/.test(password);
}

function wrongUser(option: 'username' | 'email', value: AnswerValue): Diagnostic | undefined {
  const text = String(value).trim();
  if (option === 'username' ? /^[\w.@+-]{1,150}$/.test(text) : /^[^\s@]+@[^\s@]+$/.test(text))
    return undefined;
  return diagnose('DZL348', {
    message: `"${option}" in [hooks.create_superuser] cannot be ${JSON.stringify(value)}`,
    fix:
      option === 'email'
        ? 'write an address like "admin@example.com"'
        : 'use letters, digits and @ . + - _ only',
  });
}

/** Without characters that look alike: `l`, `I`, `O`, `0` and `1`. */
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Four groups of five characters: about 116 random bits, and it passes the usual password rules. */
export function makePassword(): string {
  for (;;) {
    const groups = Array.from({ length: 4 }, () =>
      Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join(''),
    );
    const password = groups.join('-');
    if (/[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password)) return password;
  }
}
