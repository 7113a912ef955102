import { editDistance } from '../../diagnostics/suggest.ts';
import type {
  AppSyntax,
  DottedSyntax,
  EntitySyntax,
  ExperienceSyntax,
  FileSyntax,
  ForeignModelSyntax,
  IntegrationSyntax,
  PersonaSyntax,
  ServiceSyntax,
  Span,
  SurfaceSyntax,
  TestSyntax,
  UseSyntax,
  WorkspaceSyntax,
} from '../syntax/ast.ts';

/** The declarations that have a name, by the word that starts them. */
export interface SyntaxByKind {
  readonly entity: EntitySyntax;
  readonly surface: SurfaceSyntax;
  readonly workspace: WorkspaceSyntax;
  readonly persona: PersonaSyntax;
  readonly experience: ExperienceSyntax;
  readonly service: ServiceSyntax;
  readonly foreign_model: ForeignModelSyntax;
  readonly integration: IntegrationSyntax;
  readonly test: TestSyntax;
}

export type Kind = keyof SyntaxByKind;

export const kinds: readonly Kind[] = [
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

/** Where words stand and which names they can see. */
export interface Scope {
  readonly file: FileSyntax;
  readonly module: Module;
}

/** One named declaration of a module. `name` is unique within its kind over all modules reached. */
export interface Declaration<K extends Kind = Kind> extends Scope {
  readonly kind: K;
  readonly syntax: SyntaxByKind[K];
  name: string;
  /** True once something refers to it. */
  used: boolean;
}

export interface ModuleUse {
  readonly syntax: UseSyntax;
  readonly file: FileSyntax;
  /** Null where the target does not exist; that has been reported. */
  readonly target: Module | null;
}

/** Everything that one module declares, in all its files. */
export interface Module {
  readonly name: string;
  readonly files: Set<FileSyntax>;
  /** Its `module` lines; none in a root module of files without one. */
  readonly lines: { readonly file: FileSyntax; readonly name: DottedSyntax }[];
  readonly declarations: Declaration[];
  /** By kind and name; of two with one name the first. */
  readonly byKind: { readonly [K in Kind]: Map<string, Declaration<K>> };
  readonly apps: { readonly file: FileSyntax; readonly syntax: AppSyntax }[];
  readonly useLines: { readonly file: FileSyntax; readonly syntax: UseSyntax }[];
  /** Filled when all modules are known. */
  readonly uses: ModuleUse[];
  /** Names of blocks that the parser could not make out: references to them are not errors. */
  readonly lostNames: Set<string>;
  reached: boolean;
}

/** An empty module. */
export function createModule(name: string): Module {
  return {
    name,
    files: new Set(),
    lines: [],
    declarations: [],
    byKind: Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as unknown as Module['byKind'],
    apps: [],
    useLines: [],
    uses: [],
    lostNames: new Set(),
    reached: false,
  };
}

/** Claims that a block which lost something may have declared `word`: then it cannot be called absent. */
export function mayHaveLost(
  file: FileSyntax,
  block: { readonly span: Span; readonly broken: boolean },
  word: string,
): boolean {
  if (!block.broken || !/^\w+$/.test(word)) return false;
  return mayHaveLostLine(file, block, new RegExp(`^\\s*(?:(?:field|step|action|sync)\\s+)?${word}\\b`, 'm'));
}

/** Claims that a block which lost something has a line that begins with a word, or with one spelled nearly so. */
export function mayHaveMeant(
  file: FileSyntax,
  block: { readonly span: Span; readonly broken: boolean },
  directive: string,
): boolean {
  if (!block.broken) return false;
  const lines = file.text.slice(block.span.start, block.span.end).matchAll(/^[ \t]*([A-Za-z_]+)/gm);
  for (const [, word] of lines) if (editDistance(word!, directive, 2) <= 2) return true;
  return false;
}

/** Claims that a block which lost something has a line of a certain look. */
export function mayHaveLostLine(
  file: FileSyntax,
  block: { readonly span: Span; readonly broken: boolean },
  line: RegExp,
): boolean {
  return block.broken && line.test(file.text.slice(block.span.start, block.span.end));
}
