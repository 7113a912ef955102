import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DiagnosticCode } from '../../diagnostics/severities.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { FileSyntax, Span } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { frameOf } from '../syntax/problem.ts';

/** Collects what linking finds wrong; the catalogue says how bad each code is. */
export interface Report {
  readonly diagnostics: Diagnostic[];
  add(code: DiagnosticCode, file: FileSyntax, span: Span, message: string, fix?: string): void;
  /** The nearest of `names` to `word`; undefined once a spec with very many errors has used up what may be spent on that. */
  suggest(word: string, names: Iterable<string>): string | undefined;
}

/** How many names all suggestions of one spec together may look at. */
const suggestionLimit = 200_000;

/** An empty report. */
export function createReport(): Report {
  const diagnostics: Diagnostic[] = [];
  let looks = 0;
  function* spend(names: Iterable<string>): Iterable<string> {
    for (const name of names) {
      if (++looks > suggestionLimit) return;
      yield name;
    }
  }
  return {
    diagnostics,
    add(code, file, span, message, fix) {
      diagnostics.push(
        diagnose(code, {
          message,
          ...(fix === undefined ? {} : { fix }),
          place: placeOf(file, span),
          frame: frameOf(file, span),
        }),
      );
    },
    suggest(word, names) {
      return looks > suggestionLimit ? undefined : suggest(word, spend(names));
    },
  };
}
