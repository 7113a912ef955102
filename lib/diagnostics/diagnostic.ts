/** How bad a diagnostic is: an `error` makes the build fail, and before the commit keeps it from writing anything; a `warning` does not. */
export type Severity = 'error' | 'warning';

/** A stretch of a source file. Lines and columns count from 1, columns in UTF-16 units; `endColumn` is exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** One thing that is wrong, said so that a person can act on it; made by `diagnose`. `code` is one of dazzle's, or a plug-in's own. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The message with only the first few of many places: shown instead of `message` without `--verbose`; `--json` does not have it. */
  readonly brief?: string;
  /** What to do about it, in the imperative; shown as `fix: …`. */
  readonly fix?: string;
  readonly place?: Place;
  /** Lines shown beneath the message: a code frame, or the last lines of a command's output. */
  readonly frame?: string;
  /** The stack of an unexpected exception; shown under --verbose only. */
  readonly stack?: string;
}

/** A user-facing failure that carries its diagnostics; the command line prints them without a stack. */
export class DazzleError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** Exit status of the command (1 error, 2 left for a person, 130 stopped by the user). */
  readonly exitStatus: number;

  constructor(diagnostics: readonly Diagnostic[] | Diagnostic, exitStatus = 1) {
    const list = Array.isArray(diagnostics)
      ? (diagnostics as readonly Diagnostic[])
      : [diagnostics as Diagnostic];
    super(list.map((diagnostic) => diagnostic.message).join('\n'));
    this.name = 'DazzleError';
    this.diagnostics = list;
    this.exitStatus = exitStatus;
  }
}

/** Thrown when the person stops a question or presses Ctrl-C; exit status 130. The message says whether anything was written. */
export class StoppedError extends Error {
  constructor(message = 'stopped; nothing was written') {
    super(message);
    this.name = 'StoppedError';
  }
}

/** Claims that at least one diagnostic is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
