import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type SpecCode, specCatalogue } from '../../diagnostics/catalogue/spec.ts';
import type { FileSyntax, Span } from '../syntax/ast.ts';
import { placeOf } from '../syntax/place.ts';
import { frameOf } from '../syntax/problem.ts';

/** Collects what linking finds wrong; the catalogue says how bad each code is. */
export interface Report {
  readonly diagnostics: Diagnostic[];
  add(code: SpecCode, file: FileSyntax, span: Span, message: string, fix?: string): void;
  /** Claims that a search for a near name may still be made: in a spec with very many errors they would take too long. */
  mayStillSuggest(): boolean;
}

const suggestionLimit = 500;

/** An empty report. */
export function createReport(): Report {
  const diagnostics: Diagnostic[] = [];
  let suggestions = 0;
  return {
    diagnostics,
    add(code, file, span, message, fix) {
      diagnostics.push({
        code,
        severity: specCatalogue[code].severity,
        message,
        ...(fix === undefined ? {} : { fix }),
        place: placeOf(file, span),
        frame: frameOf(file, span),
      });
    },
    mayStillSuggest() {
      suggestions++;
      return suggestions <= suggestionLimit;
    },
  };
}
