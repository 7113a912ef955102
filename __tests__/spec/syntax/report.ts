import { expect } from '@jest/globals';
import { parseFile } from '../../../lib/spec/syntax/parse-file.ts';

/** What the parser says of `text`, one `line:column code message` each. */
export function report(text: string): string[] {
  return parseFile('app.dsl', text).diagnostics.map(
    ({ place, code, message }) => `${place!.line}:${place!.column} ${code} ${message}`,
  );
}

/** The same with the fix behind `|`. */
export function reportFixes(text: string): string[] {
  return parseFile('app.dsl', text).diagnostics.map(
    ({ place, code, fix }) => `${place!.line}:${place!.column} ${code} ${fix}`,
  );
}

/** The value without spans, comments, and whatever else says only where things stand. */
export function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key]) => key !== 'span' && key !== 'head' && key !== 'operatorSpan',
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutSpans(inner)]));
}

/** The declarations of `text` without their places. */
export function declarationsOf(text: string): unknown {
  return withoutSpans(parseFile('app.dsl', text).syntax.declarations);
}

/** The items of the first declaration of a text without mistakes, without places. */
export function itemsOf(text: string): unknown[] {
  const { syntax, diagnostics } = parseFile('app.dsl', text);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return withoutSpans((syntax.declarations[0] as unknown as { items: unknown }).items) as unknown[];
}
