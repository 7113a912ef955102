import type { AnyNode, CallExpression, Function as FunctionNode, Pattern, Program } from 'acorn';
import { splitNumbers } from '../../../words/split-words.ts';
import { nameOf, readScriptScopes } from '../../code/javascript-scopes.ts';
import type { ScriptBinding, ScriptScope, ScriptScopes, ScriptSource } from '../../code/javascript-scopes.ts';
import { importPath } from '../../code/module-path.ts';
import { membersOf } from '../names-to-follow.ts';
import { agreedName } from './agreed-name.ts';
import { calledName, chainOf, listMethods } from './javascript-calls.ts';
import { findEntity, listNames, rowNames } from './name-entities.ts';
import type { Named } from './name-entities.ts';
import type { ReachRequest } from './reach.ts';

/** What an expression of a script is known to be, of which entity (by its old name). */
export interface ScriptKind {
  readonly is: 'table' | 'row' | 'rows';
  readonly entity: string;
}

/** Tells what the expressions of a script are, as far as that follows from dazzle's bindings. */
export class ScriptKinds {
  readonly scopes: ScriptScopes;
  private readonly busy = new Set<ScriptBinding>();
  private readonly entities: readonly Named[];

  constructor(
    program: Program,
    private readonly request: ReachRequest,
    private readonly isOwn: (at: number) => boolean,
    /** Names that nothing in a page binds and that its generator passes to it. */
    private readonly passed: ReadonlySet<string>,
  ) {
    this.scopes = readScriptScopes(program);
    this.entities = [...request.names.entities.values()].map((entity) => ({
      entity,
      one: splitNumbers(entity.from).join(' '),
      many: splitNumbers(entity.plurals[0]).join(' '),
    }));
  }

  /** The new spelling of a name that dazzle's text binds and nothing of the user's. */
  freshName(name: string, scope: ScriptScope): string | undefined {
    return agreedName(name, scope, {
      scopes: [...this.scopes.scopes.values()],
      freshOf: (binding) => this.freshBinding(binding),
      isOwn: ({ at }) => this.isOwn(at),
    });
  }

  private freshBinding({ at, source }: ScriptBinding): string | undefined {
    const isPlain = source.kind === 'import' && !source.isAlias && source.name !== null;
    const isMade = isPlain && this.isMade(source.module);
    const fresh = isMade ? this.request.names.definitions.get(source.name!) : undefined;
    return fresh ?? (this.isOwn(at) ? undefined : this.request.became.get(at));
  }

  /** Claims that an import takes from a file that dazzle made. */
  isMade(module: string): boolean {
    const path = importPath(this.request, module);
    const { files } = this.request.names;
    return path !== undefined && (files === null || files.has(path));
  }

  freshMember(kind: ScriptKind | undefined, name: string): string | undefined {
    return kind === undefined || kind.is === 'rows'
      ? undefined
      : membersOf(this.request.names, kind.entity).get(name)?.to;
  }

  kindOf(node: AnyNode, scope: ScriptScope): ScriptKind | undefined {
    switch (node.type) {
      case 'Identifier':
        return this.kindOfName(node.name, scope);
      case 'AwaitExpression':
        return this.kindOf(node.argument, scope);
      case 'ChainExpression':
        return this.kindOf(node.expression, scope);
      case 'MemberExpression': {
        if (node.computed) return element(this.kindOf(node.object, scope));
        const name = nameOf(node.property);
        const kind = this.kindOf(node.object, scope);
        if (kind?.is === 'row' && name === 'values') return kind;
        const isGiven = node.object.type === 'Identifier' && this.isGiven(node.object.name, scope);
        return isGiven && listNames.has(name) ? this.about('rows', '') : undefined;
      }
      case 'CallExpression':
        return this.kindOfCall(node, scope);
      default:
        return undefined;
    }
  }

  /** Claims that a name is dazzle's, or passed to a page by its generator. */
  private isGiven(name: string, scope: ScriptScope): boolean {
    const bindings = scope.find(name);
    if (bindings === undefined) return this.passed.has(name);
    return bindings.every(({ at }) => !this.isOwn(at));
  }

  private kindOfName(name: string, scope: ScriptScope): ScriptKind | undefined {
    const bindings = scope.find(name);
    if (bindings === undefined) return this.passed.has(name) ? this.kindOfGiven(name, '') : undefined;
    const kinds = bindings.map((binding) => {
      if (this.busy.has(binding)) return undefined;
      this.busy.add(binding);
      const kind = this.kindOfBinding(name, binding);
      this.busy.delete(binding);
      return kind;
    });
    const [first, ...others] = kinds;
    const isSame = others.every((kind) => kind?.is === first?.is && kind?.entity === first?.entity);
    return isSame ? first : undefined;
  }

  private kindOfBinding(name: string, { at, source }: ScriptBinding): ScriptKind | undefined {
    const isOwn = this.isOwn(at);
    switch (source.kind) {
      case 'import':
        return source.name !== null && this.isMade(source.module) ? this.tableNamed(source.name) : undefined;
      case 'value': {
        const kind = this.kindOf(source.value, source.scope);
        if (kind !== undefined) {
          if (source.part === null) return kind;
          return typeof source.part === 'number' ? element(kind) : undefined;
        }
        if (isOwn || source.part === '...') return undefined;
        return this.tableMade(name, source) ?? this.kindOfGiven(name, this.hintOf(source));
      }
      case 'element':
        if (source.part !== null) return undefined;
        return (
          element(this.kindOf(source.value, source.scope)) ??
          (isOwn ? undefined : this.kindOfGiven(name, source.around))
        );
      case 'parameter': {
        const kind = source.part === null ? this.kindOfArgument(source) : undefined;
        return kind ?? (isOwn ? undefined : this.kindOfGiven(name, source.around));
      }
      default:
        return undefined;
    }
  }

  private tableNamed(name: string): ScriptKind | undefined {
    const words = splitNumbers(name).join(' ');
    const found = this.entities.find(({ many }) => many === words);
    return found && { is: 'table', entity: found.entity.from };
  }

  /** A constant that a call makes out of columns: `offers = defineTable('offer', { price: … })`. */
  private tableMade(
    name: string,
    { value }: Extract<ScriptSource, { kind: 'value' | 'element' }>,
  ): ScriptKind | undefined {
    return value.type === 'CallExpression' && /Table$/.test(calledName(value))
      ? this.tableNamed(name)
      : undefined;
  }

  /** What tells the entity of a constant that dazzle's text makes: the words of the call and of the functions around. */
  private hintOf({ value, around }: Extract<ScriptSource, { kind: 'value' | 'element' }>): string {
    const call = value.type === 'AwaitExpression' ? value.argument : value;
    const names = call.type === 'CallExpression' ? call.arguments.map(nameOf) : [];
    return [...names, around].join(' ');
  }

  /** The kind of a name of dazzle's that is called as rows are. */
  private kindOfGiven(name: string, hint: string): ScriptKind | undefined {
    const words = splitNumbers(name).join(' ');
    for (const { entity, one, many } of this.entities) {
      if (words === one) return { is: 'row', entity: entity.from };
      if (words === many) return { is: 'rows', entity: entity.from };
    }
    if (rowNames.has(name)) return this.about('row', hint);
    return listNames.has(name) ? this.about('rows', hint) : undefined;
  }

  private about(is: 'row' | 'rows', hint: string): ScriptKind | undefined {
    const entity = findEntity(this.entities, hint) ?? this.request.names.subject ?? this.entityOfPath();
    return entity === undefined ? undefined : { is, entity };
  }

  private entityOfPath(): string | undefined {
    return findEntity(this.entities, this.request.path.split('/').slice(-2).join(' '));
  }

  /** What a function takes by a whole parameter, where it is given to a method of a list. */
  kindOfPattern(node: FunctionNode, parameter: Pattern): ScriptKind | undefined {
    const index = node.params.indexOf(parameter);
    const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    if (pattern.type === 'Identifier') return undefined;
    return this.kindOfArgument({ kind: 'parameter', function: node, index, part: null, around: '' });
  }

  /** What a function's parameter is where the function is given to a method of a list, or to what makes a table. */
  private kindOfArgument({
    function: node,
    index,
  }: Extract<ScriptSource, { kind: 'parameter' }>): ScriptKind | undefined {
    const found = this.scopes.calls.get(node);
    if (found?.call.type !== 'CallExpression') return undefined;
    const { callee } = found.call;
    if (callee.type === 'MemberExpression' && !callee.computed) {
      const kind = this.kindOf(callee.object, found.scope);
      const places = listMethods[nameOf(callee.property)];
      return kind?.is === 'rows' && places?.includes(index) ? { is: 'row', entity: kind.entity } : undefined;
    }
    if (index !== 0 || !/Table$/.test(calledName(found.call))) return undefined;
    return this.tableOfCall(found.call, found.scope);
  }

  /** The table that a call makes, by the constant that it is given to. */
  private tableOfCall(call: CallExpression, scope: ScriptScope): ScriptKind | undefined {
    for (const [name, bindings] of scope.names) {
      for (const { at, source } of bindings) {
        if (source.kind === 'value' && source.value === call && !this.isOwn(at)) return this.tableNamed(name);
      }
    }
    return undefined;
  }

  private kindOfCall(node: CallExpression, scope: ScriptScope): ScriptKind | undefined {
    const { callee } = node;
    if (callee.type !== 'MemberExpression' || callee.computed) return this.kindOfFound(node, scope);
    const name = nameOf(callee.property);
    const kind = this.kindOf(callee.object, scope);
    if (kind?.is === 'rows') {
      if (/^(?:find|findLast|at|pop|shift|get)$/.test(name)) return element(kind);
      return /^(?:filter|slice|sort|reverse|toSorted|toReversed|all)$/.test(name)
        ? kind
        : this.kindOfQuery(node, scope);
    }
    return this.kindOfQuery(node, scope);
  }

  /** What a finder of dazzle's gives, by the calls of it in dazzle's own lines. */
  private kindOfFound(node: CallExpression, scope: ScriptScope): ScriptKind | undefined {
    const name = calledName(node);
    if (name === '' || !this.isGiven(name, scope) || !this.listFinders().has(name)) return undefined;
    const entity = findEntity(this.entities, node.arguments.map(nameOf).join(' '));
    return entity === undefined ? undefined : { is: 'row', entity };
  }

  private finders: Set<string> | undefined;

  private listFinders(): ReadonlySet<string> {
    if (this.finders) return this.finders;
    this.finders = new Set();
    for (const scope of this.scopes.scopes.values()) {
      for (const [name, bindings] of scope.names) {
        for (const { at, source } of bindings) {
          if (source.kind !== 'value' || source.part !== null || this.isOwn(at) || !rowNames.has(name))
            continue;
          const call = source.value.type === 'AwaitExpression' ? source.value.argument : source.value;
          if (call.type === 'CallExpression') this.finders.add(calledName(call));
        }
      }
    }
    return this.finders;
  }

  /** What a query gives: whole rows of one table. */
  private kindOfQuery(node: CallExpression, scope: ScriptScope): ScriptKind | undefined {
    const calls = chainOf(node);
    const call = (name: string): CallExpression | undefined =>
      calls.find((each) => calledName(each) === name);
    if (calls.some((each) => /Join$/.test(calledName(each)))) return undefined;
    const whole = call('returning') ?? call('select');
    const source = call('from') ?? call('insert') ?? call('update') ?? call('delete');
    if (whole?.arguments.length !== 0 || !source?.arguments[0]) return undefined;
    const table = this.kindOf(source.arguments[0], scope);
    if (table?.is !== 'table') return undefined;
    return { is: calledName(node) === 'get' ? 'row' : 'rows', entity: table.entity };
  }

  /** The table that a chain of calls writes to. */
  tableWritten(node: CallExpression, scope: ScriptScope): ScriptKind | undefined {
    const call = chainOf(node).find((each) => /^(?:insert|update)$/.test(calledName(each)));
    const table = call?.arguments[0] && this.kindOf(call.arguments[0], scope);
    return table?.is === 'table' ? table : undefined;
  }
}

function element(kind: ScriptKind | undefined): ScriptKind | undefined {
  return kind?.is === 'rows' ? { is: 'row', entity: kind.entity } : undefined;
}
