import type { CatalogueSection } from './entry.ts';

/** DZL330 to DZL359: hooks and generators that fail while they run, and what the shared hooks find. */
export const hookEntries = {
  DZL330: {
    title: 'a hook failed and ends the build',
    meaning: 'Its policy is `abort`: before the commit nothing is written, after it the files stay.',
    example: '[hooks.run_tests]\non_failure = "abort"',
    mend: '[hooks.run_tests]\non_failure = "warn"',
  },
  DZL331: {
    title: 'a hook failed',
    meaning: 'Its policy is `warn`: the build goes on without what it would have done.',
    example: 'dazzle build (without a network: install_dependencies fails)',
    mend: 'dazzle build --skip-hook install_dependencies',
  },
  DZL332: {
    title: 'a hook stopped unexpectedly',
    meaning: 'An exception that the hook did not expect: a mistake in its code. --verbose shows where.',
    example: 'dazzle build',
    mend: 'dazzle build --skip-hook my_hook',
  },
  DZL333: {
    title: 'a hook took too long',
    meaning: 'Each hook has a time limit; it and all commands that it started were stopped.',
    example: '[hooks.install_dependencies]\ntimeout = 10',
    mend: '[hooks.install_dependencies]\ntimeout = 1200',
  },
  DZL334: {
    title: 'a generator stopped unexpectedly',
    meaning: 'An exception that the generator did not expect: a mistake in its code. --verbose shows where.',
    example: 'dazzle build',
    mend: 'dazzle build --verbose',
  },
  DZL335: {
    title: 'a promise that nothing can settle',
    meaning:
      'A generator, or a plug-in, waits for a promise while nothing is left that could settle it: no timer, no file, no program. It would wait for ever. A hook has a time limit instead (DZL333).',
    example: 'generate: () => new Promise((resolve) => {})',
    mend: 'generate: () => new Promise((resolve) => resolve({}))',
  },
  DZL340: {
    title: 'a tool is missing',
    meaning: 'A hook that would run, or the application itself, needs a program that is not on this machine.',
    example: 'dazzle build',
    mend: 'dazzle build --no-disk-hooks',
  },
  DZL341: {
    title: 'a tool is too old',
    meaning:
      'The program is there, but its version is below the one that the generated application supports.',
    example: 'python3 --version (3.8)',
    mend: 'python3 --version (3.12)',
  },
  DZL343: {
    title: 'no usable password for the administrator',
    meaning:
      'The variable named by password_env is not set, or the password is empty, has several lines, or is one that the application refuses: shorter than 8 characters, longer than 1000, nothing but digits, or the name of the user.',
    example: '[hooks.create_superuser]\npassword_env = "ADMIN_PASSWORD"',
    mend: 'ADMIN_PASSWORD=… dazzle build',
  },
  DZL344: {
    title: 'a file is where a folder must go',
    meaning: 'Generated files go into a folder whose name a file has already.',
    example: 'touch apps && dazzle build',
    mend: 'rm apps && dazzle build',
  },
  DZL345: {
    title: 'the output folder cannot be written',
    meaning: 'The folder, or the one in which it would be made, is not yours to write into.',
    example: 'chmod a-w apps && dazzle build',
    mend: 'chmod u+w apps && dazzle build',
  },
  DZL346: {
    title: 'your .env lacks a variable',
    meaning:
      'dazzle writes .env once and then leaves it to you; a newer version of the application reads more variables.',
    example: '.env without LOG_LEVEL',
    mend: 'copy the line from .env.example',
  },
  DZL347: {
    title: 'a password in dazzle.toml',
    meaning: 'Everyone with the project, and its git history, can read it.',
    example: '[hooks.create_superuser]\npassword = "secret"',
    mend: '[hooks.create_superuser]\npassword_env = "ADMIN_PASSWORD"',
  },
  DZL348: {
    title: 'an administrator that cannot be',
    meaning: 'The user name or e-mail address would be refused by the generated application.',
    example: '[hooks.create_superuser]\nusername = "ada lovelace"',
    mend: '[hooks.create_superuser]\nusername = "ada"',
  },
  DZL350: {
    title: 'a command of a hook failed',
    meaning:
      'The command, its exit status and its last lines are shown; the files are written, the work of the hook is not done.',
    example: 'dazzle build',
    mend: 'dazzle build --skip-hook run_tests',
  },
  DZL351: {
    title: 'deploy without a command',
    meaning: 'The deploy hook runs the command that dazzle.toml gives.',
    example: '[hooks]\npost_build = ["deploy"]',
    mend: '[hooks]\npost_build = ["deploy"]\n[hooks.deploy]\ncommand = "git push live main"',
  },
} as const satisfies CatalogueSection;
