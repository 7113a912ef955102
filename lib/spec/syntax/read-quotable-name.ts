import type { NameSyntax } from './ast.ts';
import { readName } from './read-value.ts';
import type { Reader } from './reader.ts';
import * as t from './tokens.ts';

/** Reads a name where it is often put in quotes by habit: that is reported, and the name is kept. */
export function readQuotableName(reader: Reader, wanted: string): NameSyntax | null {
  const index = reader.at;
  if (reader.kind !== t.STRING) return readName(reader, wanted);
  const written = reader.textOf(index);
  const text = /^(["'])([A-Za-z_]\w*)\1$/.exec(written)?.[2];
  if (text === undefined) return readName(reader, wanted);
  reader.at++;
  reader.report(
    'DZL119',
    reader.spanOf(index),
    `${written} stands in quotes, and names do not${reader.describeSubject()}`,
    `write ${text}, without quotes`,
  );
  return { text, span: reader.spanOf(index) };
}
