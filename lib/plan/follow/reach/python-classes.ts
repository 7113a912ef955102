import type { PythonScope } from '../../code/python-scopes.ts';
import type { SyntaxNode } from '../../code/syntax.ts';
import { same } from './python-kind.ts';
import type { Kind } from './python-kind.ts';
import type { PythonModules } from './python-modules.ts';
import type { ReachRequest } from './reach.ts';

/** What is known of the expressions and the scopes of a text. */
interface KnownKinds {
  kindOf(node: SyntaxNode, scope: PythonScope): Kind | undefined;
  readonly scopes: ReadonlyMap<SyntaxNode, PythonScope>;
}

/** Tells which model a class of dazzle's is, or is about: a form, a page, an admin page. */
export class PythonClasses {
  private readonly busy = new Set<SyntaxNode>();

  constructor(
    private readonly kinds: KnownKinds,
    private readonly modules: PythonModules,
    private readonly request: ReachRequest,
    private readonly isOwn: (at: number) => boolean,
  ) {}

  /** The entity whose model a class of dazzle's is; undefined for others. */
  modelOf(node: SyntaxNode): string | undefined {
    const name = node.part('name');
    const parent = node.parent?.type === 'decorated_definition' ? node.parent.parent : node.parent;
    if (!name || parent?.type !== 'module' || this.isOwn(name.start)) return undefined;
    if (!/models(?:\.py|\/[^/]*)$/.test(this.request.path)) return undefined;
    return this.modules.entityNamed(name.text)?.from;
  }

  /** The entity that a class of dazzle's is about: a model or its `Meta`, a form, an admin page. */
  entityAbout(scope: PythonScope): string | undefined {
    const name = scope.node.part('name');
    const { parent } = scope;
    if (parent === null || !name) return undefined;
    if (parent.kind === 'class') {
      if (name.text !== 'Meta') return undefined;
      return this.entityAbout(parent) ?? (this.isMade(parent) ? this.settingOf(scope) : undefined);
    }
    if (!this.isMade(scope)) return undefined;
    return this.modelOf(scope.node) ?? this.settingOf(scope) ?? this.registeredFor(scope);
  }

  private isMade({ node, parent }: PythonScope): boolean {
    const name = node.part('name');
    return name !== undefined && parent?.kind === 'module' && !this.isOwn(name.start);
  }

  private settingOf(scope: PythonScope): string | undefined {
    const bindings = scope.names.get('model');
    const source = bindings?.length === 1 ? bindings[0]!.source : undefined;
    const kind = source?.kind === 'value' ? this.kinds.kindOf(source.value, scope) : undefined;
    return kind?.is === 'model' ? kind.entity : undefined;
  }

  private registeredFor({ node, parent }: PythonScope): string | undefined {
    for (const decorator of node.parent?.type === 'decorated_definition' ? node.parent.nodes : []) {
      const call = decorator.type === 'decorator' ? decorator.nodes[0] : undefined;
      if (call?.type !== 'call' || !/(?:^|\.)register$/.test(call.part('function')!.text)) continue;
      const kinds = call.part('arguments')!.nodes.map((each) => this.kinds.kindOf(each, parent!));
      const [only] = kinds;
      if (kinds.length === 1 && only?.is === 'model') return only.entity;
    }
    return undefined;
  }

  /** What a page has under a name: its own queryset, model or instance; as its class or a method of it gives it. */
  memberOf(scope: PythonScope, name: string): Kind | undefined {
    const entity = this.entityAbout(scope);
    if (entity === undefined) return undefined;
    const given = name === 'object' ? 'get_object' : name;
    const bindings = scope.names.get(given);
    if (bindings === undefined) return inheritedKind(entity, given);
    return same(
      bindings.map(({ source }) => {
        if (source.kind === 'value') return this.kinds.kindOf(source.value, source.scope);
        return source.kind === 'function' ? this.kindReturned(source.node) : undefined;
      }),
    );
  }

  /** What a page takes from the classes that its own is made of: `super().get_queryset()`. */
  inheritedOf(scope: PythonScope, name: string): Kind | undefined {
    const entity = this.entityAbout(scope);
    return entity === undefined ? undefined : inheritedKind(entity, name);
  }

  /** The kind of everything that a function returns. */
  private kindReturned(node: SyntaxNode): Kind | undefined {
    const scope = this.kinds.scopes.get(node);
    if (scope === undefined || this.busy.has(node)) return undefined;
    this.busy.add(node);
    const returned = listReturned(node.part('body')!);
    const kinds = returned.map((value) => value && this.kinds.kindOf(value, scope));
    this.busy.delete(node);
    return kinds.length === 0 ? undefined : same(kinds);
  }
}

function inheritedKind(entity: string, name: string): Kind | undefined {
  if (name === 'model') return { is: 'model', entity };
  if (name === 'queryset' || name === 'get_queryset') return { is: 'query', entity };
  return name === 'get_object' ? { is: 'instance', entity } : undefined;
}

/** The values that a body returns, undefined for a bare `return`; those of functions inside are none. */
function listReturned(node: SyntaxNode): (SyntaxNode | undefined)[] {
  if (node.type === 'return_statement') return [node.nodes[0]];
  if (/^(?:function_definition|class_definition|lambda)$/.test(node.type)) return [];
  return node.parts.flatMap(listReturned);
}
