import type { Answers } from '../../../backend/types.ts';
import type { StartingSpec } from './choose-spec.ts';

/** What the command line has answered in advance. */
export interface InitOptions {
  readonly name: string | null;
  readonly from: string | null;
  readonly stack: string | null;
  readonly backends: readonly string[] | null;
  readonly set: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Everything that `dazzle init` needs to know before it writes. */
export interface InitPlan {
  /** The name in dazzle.toml. */
  readonly name: string;
  readonly start: StartingSpec;
  /** What `--from` would say; null for the starter. */
  readonly from: string | null;
  /** The spec was described in the wizard, so that no option but the path of its file stands for it. */
  readonly isDescribed: boolean;
  readonly stack: { readonly preset: string } | { readonly backends: readonly string[] };
  readonly backends: readonly string[];
  readonly answers: Readonly<Record<string, Answers>>;
  /** What the questions would answer by themselves. */
  readonly defaults: Readonly<Record<string, Answers>>;
  /** Build once the files are written. */
  readonly build: boolean;
}
