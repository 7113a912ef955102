/** How bad a diagnostic is: an `error` stops the build before anything is written, a `warning` does not. */
export type Severity = 'error' | 'warning';

/** A stretch of a source file. Lines and columns count from 1, columns in UTF-16 units; `endColumn` is exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** One thing that is wrong, said so that a person can act on it. `code` is one of the catalogue, or a plug-in's own. Made by `diagnose`. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The message with the first of many places only: shown instead of it without --verbose, never in --json. */
  readonly brief?: string;
  /** The mend, in the imperative; shown as `fix: …`. */
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

/** Thrown when the person stops a question or presses Ctrl-C: nothing has been written. Exit status 130. */
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
