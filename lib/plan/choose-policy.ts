import { matchPatterns } from './read-ignore.ts';
import type { ConflictPolicy } from './types.ts';

/** Who decides conflicts in this run. */
export interface PolicyRequest {
  readonly policy: ConflictPolicy;
  readonly yes: boolean;
  /** A person can be asked. */
  readonly interactive: boolean;
  /** `[conflicts]` of dazzle.toml: the first pattern that fits a path wins over `policy`. */
  readonly byPath: readonly { readonly pattern: string; readonly policy: ConflictPolicy }[];
}

/** The policy for a path. */
interface ChosenPolicy {
  readonly policy: ConflictPolicy;
  /** It stands in dazzle.toml for this path. */
  readonly isStanding: boolean;
}

/** The policy for each path; `ask` remains only where somebody can be asked. */
export async function choosePolicy(request: PolicyRequest): Promise<(path: string) => ChosenPolicy> {
  const rules: { fits: (path: string) => boolean; policy: ConflictPolicy }[] = [];
  for (const { pattern, policy } of request.byPath) {
    rules.push({ fits: await matchPatterns(pattern), policy });
  }
  const unasked = request.yes ? 'keep' : 'fail';
  return (path) => {
    const standing = rules.find((rule) => rule.fits(path))?.policy;
    const policy = standing ?? request.policy;
    if (policy === 'ask' && (request.yes || !request.interactive))
      return { policy: unasked, isStanding: false };
    return { policy, isStanding: standing !== undefined };
  };
}
