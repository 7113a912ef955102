import type { DiagnosticCode } from '../../diagnostics/severities.ts';
import type { DottedSyntax, FieldSyntax, Span, TypeSyntax } from '../syntax/ast.ts';
import { whereIs } from './gather-modules.ts';
import { type Declaration, type Kind, kinds, type Module, type Scope } from './module.ts';
import type { Report } from './report.ts';
import { resolveName, type Resolution } from './resolve-name.ts';
import { listNames, withArticle } from '../../words/phrases.ts';

/** What every part of the linker works with. */
export interface LinkContext {
  readonly report: Report;
  readonly modules: ReadonlyMap<string, Module>;
  /** The entities of all reached modules. */
  readonly entities: Map<Declaration, EntityInfo>;
  /** The section fields that an integration reads from a surface (`form.NAME`). */
  readonly formNames: Map<Declaration, Set<string>>;
  /** Steps that the outcome of an action enters, by experience. */
  readonly enteredSteps: Map<Declaration, Set<string>>;
}

/** An entity with its fields by name. */
export interface EntityInfo {
  readonly declaration: Declaration<'entity'>;
  readonly fields: Map<string, FieldInfo>;
}

/** A field, and what it refers to; `type` is null where it was not understood. */
export interface FieldInfo {
  readonly name: string;
  readonly owner: EntityInfo;
  readonly syntax: FieldSyntax;
  readonly type: TypeSyntax | null;
  readonly nullable: boolean;
  /** The entity that a `ref` or `many` names, where it is known. */
  target: EntityInfo | null;
}

/** Adds a diagnostic at a span of the scope's file. */
export function complain(
  context: LinkContext,
  scope: Scope,
  code: DiagnosticCode,
  span: Span,
  message: string,
  fix?: string,
): void {
  context.report.add(code, scope.file, span, message, fix);
}

/** The nearest of `names` to `word`, as long as the spec has not too many errors. */
export function nearest(context: LinkContext, word: string, names: Iterable<string>): string | undefined {
  return context.report.suggest(word, names);
}

/**
 * The declaration that a name stands for; null where there is none, which is reported then.
 * `subject` begins the message, as in `field "author" of entity Post refers to`.
 */
export function findDeclaration<K extends Kind>(
  context: LinkContext,
  scope: Scope,
  kind: K,
  dotted: DottedSyntax,
  subject: string,
  code: DiagnosticCode = 'DZL105',
): Declaration<K> | null {
  const resolution = resolveName(context.modules, scope, kind, dotted);
  if (resolution.kind === 'found') {
    resolution.declaration.used = true;
    return resolution.declaration;
  }
  reportUnresolved(context, scope, [kind], dotted, resolution, subject, code);
  return null;
}

/** The same without a word; null for anything that is not found. */
export function lookUp<K extends Kind>(
  context: LinkContext,
  scope: Scope,
  kind: K,
  dotted: DottedSyntax,
): Declaration<K> | null {
  const resolution = resolveName(context.modules, scope, kind, dotted);
  if (resolution.kind !== 'found') return null;
  resolution.declaration.used = true;
  return resolution.declaration;
}

/** Claims that a name is missing only because of another mistake. */
export function isExcused(context: LinkContext, scope: Scope, kind: Kind, dotted: DottedSyntax): boolean {
  return resolveName(context.modules, scope, kind, dotted).kind === 'excused';
}

/** Says why a name stands for nothing; `wanted` are the kinds it could have been. */
export function reportUnresolved(
  context: LinkContext,
  scope: Scope,
  wanted: readonly Kind[],
  dotted: DottedSyntax,
  resolution: Resolution<Kind>,
  subject: string,
  code: DiagnosticCode,
): void {
  const name = dotted.parts.at(-1)?.text ?? '';
  if (resolution.kind === 'excused' || resolution.kind === 'found') return;
  if (resolution.kind === 'ambiguous') {
    const ways = resolution.candidates.map(({ module }) => `"${qualifierOf(scope.module, module)}.${name}"`);
    const owners = resolution.candidates.map(({ module }) => module.name);
    complain(
      context,
      scope,
      'DZL109',
      dotted.span,
      `${subject} "${dotted.text}", which the modules ${owners.join(' and ')} both define`,
      `write ${ways.join(' or ')}`,
    );
  } else if (resolution.kind === 'unused_module') {
    const owners = resolution.candidates.map(({ module }) => module.name);
    complain(
      context,
      scope,
      'DZL108',
      dotted.span,
      `${subject} "${dotted.text}", which belongs to module ${owners.join(' and ')}`,
      `add "use ${owners[0] ?? ''}" to ${scope.module.name === '' ? 'the root module' : `module ${scope.module.name}`}`,
    );
  } else if (resolution.kind === 'unknown_module') {
    const near = findQualifier(context, scope.module, wanted, resolution.prefix, name);
    complain(
      context,
      scope,
      'DZL182',
      dotted.span,
      `${subject} "${dotted.text}", but "${resolution.prefix}" is neither a module in use nor an alias`,
      near === undefined ? `add "use ${resolution.prefix}", or correct the name` : `write "${near}.${name}"`,
    );
  } else {
    complain(
      context,
      scope,
      code,
      dotted.span,
      `${subject} "${dotted.text}", which is not defined`,
      fixUnknown(context, scope, wanted, name),
    );
  }
}

function fixUnknown(context: LinkContext, scope: Scope, wanted: readonly Kind[], name: string): string {
  const visible = [scope.module, ...scope.module.uses.flatMap(({ target }) => target ?? [])];
  const add = `add ${wanted.map((kind) => withArticle(kind)).join(' or ')} ${name}`;
  const near = nearest(context, name, namesIn(visible, wanted));
  if (near !== undefined) {
    const found = visible
      .flatMap((module) => wanted.map((kind) => module.byKind[kind].get(near)))
      .find((declaration) => declaration !== undefined)!;
    return `write "${near}" (${found.kind} ${whereIs(found, scope.file)}), or ${add}`;
  }
  const other = kinds.find((kind) => visible.some((module) => module.byKind[kind].has(name)));
  if (other !== undefined) return `"${name}" is ${withArticle(other)}: ${add}, or name another`;
  const names: string[] = [];
  for (const other of namesIn(visible, wanted)) if (names.push(other) > 6) break;
  return names.length === 0 || names.length > 6 ? add : `${add}, or write one of: ${listNames(names)}`;
}

/** The names of some kinds in modules, one by one: most of the time few of them are looked at. */
export function* namesIn(modules: readonly Module[], wanted: readonly Kind[]): Iterable<string> {
  for (const module of modules) for (const kind of wanted) yield* module.byKind[kind].keys();
}

function qualifierOf(from: Module, target: Module): string {
  const use = from.uses.find((candidate) => candidate.target === target);
  return use?.syntax.alias?.text ?? target.name;
}

/** The qualifier that was likely meant: one spelled alike, or that of a module with the name. */
function findQualifier(
  context: LinkContext,
  from: Module,
  wanted: readonly Kind[],
  prefix: string,
  name: string,
): string | undefined {
  const names = from.uses.flatMap(({ syntax }) => [syntax.module.text, syntax.alias?.text ?? []].flat());
  const near = nearest(context, prefix, names);
  if (near !== undefined) return near;
  const owner = from.uses.find(({ target }) => wanted.some((kind) => target?.byKind[kind].has(name)));
  return owner?.target ? qualifierOf(from, owner.target) : undefined;
}
