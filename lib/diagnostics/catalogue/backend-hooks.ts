import type { CatalogueSection } from './entry.ts';

/** DZL330 to DZL359: hooks and generators that fail while they run, and what the shared hooks find. */
export const hookEntries = {
  DZL330: {
    severity: 'error',
    title: 'a hook failed and ends the build',
    meaning: 'Its policy is `abort`: before the commit nothing is written, after it the files stay.',
    example: '[hooks.run_tests]\non_failure = "abort"',
    mend: '[hooks.run_tests]\non_failure = "warn"',
  },
  DZL331: {
    severity: 'warning',
    title: 'a hook failed',
    meaning: 'Its policy is `warn`: the build goes on without what it would have done.',
    example: 'dazzle build (without a network: install_dependencies fails)',
    mend: 'dazzle build --skip-hook install_dependencies',
  },
  DZL332: {
    severity: 'error',
    title: 'a hook stopped unexpectedly',
    meaning: 'An exception that the hook did not expect: a mistake in its code. --verbose shows where.',
    example: 'dazzle build',
    mend: 'dazzle build --skip-hook my_hook',
  },
  DZL333: {
    severity: 'error',
    title: 'a hook took too long',
    meaning: 'Each hook has a time limit; it and all commands that it started were stopped.',
    example: '[hooks.install_dependencies]\ntimeout = 10',
    mend: '[hooks.install_dependencies]\ntimeout = 1200',
  },
  DZL334: {
    severity: 'error',
    title: 'a generator stopped unexpectedly',
    meaning: 'An exception that the generator did not expect: a mistake in its code. --verbose shows where.',
    example: 'dazzle build',
    mend: 'dazzle build --verbose',
  },
} as const satisfies CatalogueSection;
