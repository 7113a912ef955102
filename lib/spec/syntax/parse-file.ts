import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DeclarationSyntax, FileSyntax, NameSyntax } from './ast.ts';
import { findLine } from './place.ts';
import { type Problem, toDiagnostics } from './problem.ts';
import { readLines, skipBody } from './read-block.ts';
import { readEntity } from './read-entity.ts';
import { readExperience, readPersona } from './read-flow.ts';
import { readIntegration } from './read-integration.ts';
import { readForeignModel, readService } from './read-service.ts';
import { readSurface } from './read-surface.ts';
import { readTest } from './read-test.ts';
import { readDotted, readName, readOptionalString } from './read-value.ts';
import { readWorkspace } from './read-workspace.ts';
import { Reader } from './reader.ts';
import { scanText } from './scan-text.ts';
import type { ScannedText } from './scanned-text.ts';
import * as t from './tokens.ts';

/** A file's syntax tree, and everything that is wrong with its text. */
export interface ParsedFile {
  readonly syntax: FileSyntax;
  /** All of them errors, in the order of the text, each with its place and its code frame. */
  readonly diagnostics: Diagnostic[];
}

/** Parses the text of one spec file; `file` is the path that diagnostics show. It never throws: what was not understood is reported. */
export function parseFile(file: string, text: string): ParsedFile {
  const scanned = scanText(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  const reader = new Reader(scanned);
  const declarations: DeclarationSyntax[] = [];
  const lostNames: NameSyntax[] = [];
  readLines(reader, -1, 0, declarations, (inner) => readDeclaration(inner, lostNames));
  const syntax: FileSyntax = {
    file,
    text: scanned.text,
    lineStarts: scanned.lineStarts,
    declarations,
    comments: scanned.comments,
    lostNames,
  };
  return { syntax, diagnostics: toDiagnostics(syntax, joinProblems(reader, scanned)) };
}

/** The parser's problems, and the scanner's outside of what was left out whole. */
function joinProblems(reader: Reader, scanned: ScannedText): Problem[] {
  const starts = reader.left.map((rest) => rest.start);
  const isLeft = ({ code, start }: Problem): boolean => {
    const rest = code === 'DZL117' ? reader.left[findLine(starts, start)] : undefined;
    return rest !== undefined && rest.start <= start && start < rest.end;
  };
  const scannerProblems = scanned.problems.filter((problem) => !isLeft(problem));
  if (reader.skipped.length === 0) return [...scannerProblems, ...reader.problems];
  const problems = [...reader.problems];
  let index = 0;
  const ordered = scannerProblems.sort((a, b) => a.start - b.start);
  for (const problem of ordered) {
    while (index < reader.skipped.length && reader.skipped[index]!.end <= problem.start) index++;
    const stretch = reader.skipped[index];
    if (stretch === undefined || problem.start < stretch.start) problems.push(problem);
  }
  return problems;
}

const DECLARATION_WORDS = [
  'module',
  'use',
  'app',
  'entity',
  'surface',
  'workspace',
  'persona',
  'experience',
  'service',
  'foreign_model',
  'integration',
  'test',
];

function readDeclaration(reader: Reader, lostNames: NameSyntax[]): DeclarationSyntax | null {
  switch (reader.word) {
    case 'entity':
      return readEntity(reader);
    case 'surface':
      return readSurface(reader);
    case 'workspace':
      return readWorkspace(reader);
    case 'persona':
      return readPersona(reader);
    case 'experience':
      return readExperience(reader);
    case 'service':
      return readService(reader);
    case 'foreign_model':
      return readForeignModel(reader);
    case 'integration':
      return readIntegration(reader);
    case 'test':
      return readTest(reader);
    case 'module':
    case 'use':
    case 'app':
      return readModuleLine(reader);
  }
  reportUnknownDeclaration(reader, lostNames);
  return null;
}

function readModuleLine(reader: Reader): DeclarationSyntax | null {
  const first = reader.at;
  const word = reader.word;
  reader.at++;
  if (word === 'module') {
    const name = readDotted(reader, 'the name of the module');
    return name && { kind: 'module', name, span: reader.spanFrom(first) };
  }
  if (word === 'use') {
    const module = readDotted(reader, 'the name of a module');
    if (module === null) return null;
    const alias = reader.takeWord('as') ? readName(reader, 'the short name') : null;
    return { kind: 'use', module, alias, span: reader.spanFrom(first) };
  }
  const name = readName(reader, 'the name of the app');
  if (name === null) return null;
  const title = readOptionalString(reader);
  return { kind: 'app', name, title, span: reader.spanFrom(first) };
}

function reportUnknownDeclaration(reader: Reader, lostNames: NameSyntax[]): void {
  const start = reader.starts[reader.at]!;
  const marker = /^(<{7}|={7}|>{7})/.exec(reader.text.slice(start, start + 7));
  if (marker !== null) {
    const isFirst = !reader.sawConflict;
    reader.sawConflict = true;
    if (marker[0].startsWith('<') || isFirst)
      reader.report(
        'DZL127',
        { start, end: start + 7 },
        `"${marker[0]}" marks a merge conflict that nobody has settled`,
        'keep one of the two versions, and delete the marker lines',
      );
  } else if (reader.kind !== t.INVALID) {
    const isKeywordMissing = reader.kindAt(1) === t.STRING || reader.kindAt(1) === t.COLON;
    const offset = isKeywordMissing ? 0 : 1;
    if (reader.wordAt(offset) !== '') {
      lostNames.push({ text: reader.wordAt(offset), span: reader.spanOf(reader.at + offset) });
    }
    reader.reportUnknownWord(DECLARATION_WORDS, 'DZL111');
  }
  skipBody(reader);
}
