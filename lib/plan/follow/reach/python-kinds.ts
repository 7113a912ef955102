import { modulePath } from '../../code/module-path.ts';
import { readScopes } from '../../code/python-scopes.ts';
import type { Binding, PythonScope } from '../../code/python-scopes.ts';
import type { SyntaxNode } from '../../code/syntax.ts';
import { membersOf } from '../names-to-follow.ts';
import type { Member } from '../names-to-follow.ts';
import { agreedName } from './agreed-name.ts';
import { instanceMethods, queryMethod, takesFields } from './django-queries.ts';
import { PythonClasses } from './python-classes.ts';
import { elementOf, same } from './python-kind.ts';
import type { FieldCall, Kind } from './python-kind.ts';
import { PythonModules } from './python-modules.ts';
import type { ReachRequest } from './reach.ts';

/** Tells what the expressions of a Python text are, as far as that follows from dazzle's bindings. */
export class PythonKinds {
  readonly scopes: Map<SyntaxNode, PythonScope>;
  readonly modules: PythonModules;
  private readonly classes: PythonClasses;
  private readonly busy = new Set<Binding>();
  private readonly known = new Map<Binding, Kind | undefined>();
  private readonly rebound = new Map<string, ReadonlySet<string>>();

  constructor(
    scopes: ReadonlyMap<SyntaxNode, PythonScope>,
    private readonly request: ReachRequest,
    private readonly isOwn: (at: number) => boolean,
  ) {
    this.modules = new PythonModules(request);
    this.scopes = new Map(scopes);
    this.classes = new PythonClasses(this, this.modules, request, isOwn);
    for (const [node, scope] of scopes) {
      const entity = scope.kind === 'class' ? this.classes.modelOf(node) : undefined;
      if (entity === undefined) continue;
      const own = [...scope.names].filter(([, all]) => all.some(({ token }) => isOwn(token.start)));
      this.rebound.set(entity, new Set(own.map(([name]) => name)));
    }
  }

  /** Adds the scopes of an expression that was parsed by itself. */
  addScopes(root: SyntaxNode, around: PythonScope): void {
    for (const [node, scope] of readScopes(root, around)) this.scopes.set(node, scope);
  }

  /** The new spelling of a name that dazzle's text binds and nothing of the user's. */
  freshName(name: string, scope: PythonScope): string | undefined {
    return agreedName(name, scope, {
      scopes: [...this.scopes.values()],
      freshOf: (binding) => this.freshBinding(binding),
      isOwn: ({ token }) => this.isOwn(token.start),
    });
  }

  private freshBinding({ token, source }: Binding): string | undefined {
    const isPlain = source.kind === 'import' && !source.isAlias && source.name !== null;
    const fresh = isPlain ? this.modules.freshImport(source.module, source.name!) : undefined;
    return fresh ?? (this.isOwn(token.start) ? undefined : this.request.became.get(token.start));
  }

  /** The new spelling of a member; undefined where nothing is known of it, or where the user defines it. */
  freshMember(kind: Kind | undefined, name: string): string | undefined {
    if (kind === undefined) return undefined;
    if (kind.is === 'models')
      return this.modules.entityNamed(name)?.to ?? this.request.names.definitions.get(name);
    if (kind.is === 'module') return this.request.names.definitions.get(name);
    if (kind.is !== 'instance' && kind.is !== 'model') return undefined;
    return this.memberOf(kind.entity, name)?.to;
  }

  private memberOf(entity: string, name: string): Member | undefined {
    if (this.rebound.get(entity)?.has(name)) return undefined;
    return membersOf(this.request.names, entity).get(name);
  }

  /** The entity that a class of dazzle's is about. */
  entityAbout(scope: PythonScope): string | undefined {
    return this.classes.entityAbout(scope);
  }

  kindOf(node: SyntaxNode, scope: PythonScope): Kind | undefined {
    switch (node.type) {
      case 'identifier':
        return this.kindOfName(node.text, scope);
      case 'parenthesized_expression':
      case 'await':
        return node.nodes[0] && this.kindOf(node.nodes[0], scope);
      case 'named_expression':
        return this.kindOf(node.part('value')!, scope);
      case 'conditional_expression':
        return same([node.nodes[0]!, node.nodes[2]!].map((part) => this.kindOf(part, scope)));
      case 'attribute':
        return this.kindOfMember(this.kindOf(node.part('object')!, scope), node.part('attribute')!.text);
      case 'subscript': {
        const kind = this.kindOf(node.part('value')!, scope);
        const key = node.part('subscript');
        if (kind?.is === 'pair') return key?.text === '0' ? { ...kind, is: 'instance' } : undefined;
        return key?.type === 'slice' ? kind : elementOf(kind);
      }
      case 'call':
        return this.kindOfCall(node, scope);
      default:
        return undefined;
    }
  }

  private kindOfMember(kind: Kind | undefined, name: string): Kind | undefined {
    if (kind?.is === 'models') {
      const entity = this.modules.entityNamed(name)?.from;
      return entity === undefined ? undefined : { is: 'model', entity };
    }
    if (kind?.is === 'django') return { is: 'django', name };
    if (kind?.is === 'model') {
      return /^(?:objects|_default_manager|_base_manager)$/.test(name)
        ? { is: 'query', entity: kind.entity }
        : undefined;
    }
    if (kind?.is === 'page') {
      return /^get_/.test(name) ? undefined : this.classes.memberOf(kind.scope, name);
    }
    if (kind?.is !== 'instance') return undefined;
    const member = this.memberOf(kind.entity, name);
    if (member?.target === undefined) return undefined;
    return { is: member.isMany ? 'query' : 'instance', entity: member.target };
  }

  private kindOfCall(node: SyntaxNode, scope: PythonScope): Kind | undefined {
    const [called, list] = [node.part('function')!, node.part('arguments')];
    if (called.type === 'attribute') {
      const owner = called.part('object')!;
      const object = this.kindOf(owner, scope);
      const name = called.part('attribute')!.text;
      if (object?.is === 'page' && /^get_/.test(name)) return this.classes.memberOf(object.scope, name);
      if (object === undefined && /^super\(/.test(owner.text)) return this.kindInherited(name, scope);
      if (object?.is === 'rows')
        return /^(?:first|last|get)$/.test(name) ? { is: 'row', entity: object.entity } : object;
      if (object?.is !== 'query') return undefined;
      const gives = queryMethod(name)?.gives ?? 'other';
      return gives === 'other' ? undefined : { is: gives, entity: object.entity };
    }
    if (called.type !== 'identifier' || list?.type !== 'argument_list') return undefined;
    const first = list.nodes[0];
    if (scope.find(called.text) === undefined) {
      const kind = first && this.kindOf(first, scope);
      if (/^(?:list|tuple|sorted|reversed|iter)$/.test(called.text)) return kind;
      if (called.text === 'enumerate' && kind?.is === 'query') return { is: 'counted', entity: kind.entity };
      return called.text === 'next' ? elementOf(kind) : undefined;
    }
    const kind = this.kindOf(called, scope);
    if (kind?.is === 'model') return { is: 'instance', entity: kind.entity };
    if (kind?.is !== 'django') return undefined;
    const of = first && this.kindOf(first, scope);
    if (of?.is !== 'model' && of?.is !== 'query') return undefined;
    if (/^a?get_object_or_404$/.test(kind.name)) return { is: 'instance', entity: of.entity };
    return /^a?get_list_or_404$/.test(kind.name) ? { is: 'query', entity: of.entity } : undefined;
  }

  private kindInherited(name: string, scope: PythonScope): Kind | undefined {
    if (scope.find('super') !== undefined || !/^get_/.test(name)) return undefined;
    let around: PythonScope | null = scope;
    while (around && around.kind !== 'class') around = around.parent;
    return around === null ? undefined : this.classes.inheritedOf(around, name);
  }

  /** How a call reads its arguments, where they name fields. */
  targetOf(called: SyntaxNode, list: SyntaxNode, scope: PythonScope): FieldCall | undefined {
    if (called.type === 'attribute') {
      const object = this.kindOf(called.part('object')!, scope);
      const name = called.part('attribute')!.text;
      const known = queryMethod(name);
      if (object?.is === 'instance' && instanceMethods.has(name)) {
        return { entity: object.entity, method: 'query', name: 'count', keywords: false };
      }
      if (object?.is === 'query' && known) {
        return { entity: object.entity, method: 'query', name, keywords: known.keywords };
      }
    }
    const kind = this.kindOf(called, scope);
    if (kind?.is === 'model') return { entity: kind.entity, method: undefined, name: '', keywords: true };
    if (kind?.is !== 'django' || !/^a?get_(?:object|list)_or_404$/.test(kind.name)) return undefined;
    const of = list.nodes[0] && this.kindOf(list.nodes[0], scope);
    if (of?.is !== 'model' && of?.is !== 'query') return undefined;
    return { entity: of.entity, method: 'query', name: 'filter', keywords: true };
  }

  /** Claims that a call is of a function of another library that takes no fields: `path(…)`, not `Q(…)`. */
  isForeign(called: SyntaxNode, scope: PythonScope): boolean {
    let [root, name] = [called, called.text];
    if (called.type === 'attribute') name = called.part('attribute')!.text;
    while (root.type === 'attribute') root = root.part('object')!;
    if (root.type !== 'identifier' || takesFields(name)) return false;
    const bindings = scope.find(root.text) ?? [];
    return (
      bindings.length > 0 &&
      bindings.every(
        ({ source }) => source.kind === 'import' && modulePath(this.request, source.module) === undefined,
      )
    );
  }

  private kindOfName(name: string, scope: PythonScope): Kind | undefined {
    const kinds: (Kind | undefined)[] = [];
    for (const binding of scope.find(name) ?? []) {
      if (this.busy.has(binding)) continue;
      if (!this.known.has(binding)) {
        this.busy.add(binding);
        const kind = this.kindOfBinding(binding, scope);
        this.busy.delete(binding);
        if (this.busy.size > 0) {
          kinds.push(kind);
          continue;
        }
        this.known.set(binding, kind);
      }
      kinds.push(this.known.get(binding));
    }
    return same(kinds);
  }

  private kindOfBinding({ token, source }: Binding, scope: PythonScope): Kind | undefined {
    switch (source.kind) {
      case 'class': {
        const entity = this.classes.modelOf(source.node);
        return entity === undefined ? undefined : { is: 'model', entity };
      }
      case 'first parameter':
        return this.kindOfSelf(token, scope);
      case 'value': {
        const kind = this.kindOf(source.value, source.scope);
        if (source.index === null) return kind;
        return kind?.is === 'pair' && source.index === 0
          ? { is: 'instance', entity: kind.entity }
          : undefined;
      }
      case 'element': {
        const kind = this.kindOf(source.value, source.scope);
        if (kind?.is === 'counted') {
          return source.index === 1 ? { is: 'instance', entity: kind.entity } : undefined;
        }
        return source.index === null ? elementOf(kind) : undefined;
      }
      case 'import':
        return this.kindOfImport(source.module, source.name);
      default:
        return undefined;
    }
  }

  private kindOfImport(module: string, name: string | null): Kind | undefined {
    if (/^django(?:\.|$)/.test(module)) return { is: 'django', name: name ?? module };
    if (name === null || modulePath(this.request, module) === undefined) return undefined;
    if (name === 'models') return { is: 'models' };
    const entity = this.modules.entityIn(module, name)?.from;
    return entity === undefined ? { is: 'module' } : { is: 'model', entity };
  }

  /** A method's first parameter in the body of a model, or of another class. */
  private kindOfSelf(token: SyntaxNode, scope: PythonScope): Kind | undefined {
    let own: PythonScope | null = scope;
    while (own && !own.names.get(token.text)?.some((binding) => binding.token === token)) own = own.parent;
    const around = own?.parent;
    if (own?.node.type !== 'function_definition' || around?.kind !== 'class') return undefined;
    const entity = this.classes.modelOf(around.node);
    const { parent } = own.node;
    const decorators = parent?.type === 'decorated_definition' ? parent.nodes.slice(0, -1) : [];
    const texts = decorators.map(({ text }) => text);
    if (texts.includes('@staticmethod')) return undefined;
    if (entity === undefined) return { is: 'page', scope: around };
    return { is: texts.includes('@classmethod') ? 'model' : 'instance', entity };
  }
}
