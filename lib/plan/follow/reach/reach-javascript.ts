import type {
  AnyNode,
  CallExpression,
  Function as FunctionNode,
  Node,
  ObjectExpression,
  Pattern,
  Program,
} from 'acorn';
import { defaultsOf, insideOf, nameOf, partsOf } from '../../code/javascript-scopes.ts';
import type { ScriptScope } from '../../code/javascript-scopes.ts';
import { maskEjs } from '../../code/mask-ejs.ts';
import { importPath } from '../../code/module-path.ts';
import { loadJavaScript } from '../../code/parse-javascript.ts';
import { ScriptKinds } from './javascript-kinds.ts';
import type { ScriptKind } from './javascript-kinds.ts';
import { listScriptPlaces } from './javascript-places.ts';
import { listMarkupPlaces } from './markup-places.ts';
import { ownedBy } from './reach.ts';
import type { LanguageReach, NameEdit, ReachLanguage, ReachRequest } from './reach.ts';

/** Loads what follows names in JavaScript. */
export async function reachJavaScript(): Promise<ReachLanguage> {
  const parse = await loadJavaScript();
  return (request) => {
    const program = parse(request.mine);
    return program && new ScriptReach(program, request, new Set()).find();
  };
}

/** Loads what follows names in the code of EJS pages. */
export async function reachEjs(): Promise<ReachLanguage> {
  const parse = await loadJavaScript();
  return (request) => {
    const program = parse(maskEjs(request.mine));
    const passed = new Set(maskEjs(request.base).match(/(?<![\w$.])[A-Za-z_$][\w$]*/g) ?? []);
    if (program === undefined) return undefined;
    const found = new ScriptReach(program, request, passed).find();
    return { ...found, places: [...found.places, ...listMarkupPlaces(request.mine)] };
  };
}

/** Follows names through one script. */
class ScriptReach {
  private readonly edits = new Map<number, NameEdit>();
  private readonly settled = new Set<number>();
  private readonly kinds: ScriptKinds;
  private readonly own: LanguageReach['own'];
  private readonly isOwn: (at: number) => boolean;

  constructor(
    private readonly program: Program,
    private readonly request: ReachRequest,
    passed: ReadonlySet<string>,
  ) {
    this.own = findOwnClasses(program, request);
    this.isOwn = ownedBy(request.became, this.own);
    this.kinds = new ScriptKinds(program, request, this.isOwn, passed);
  }

  find(): LanguageReach {
    const top = this.kinds.scopes.scopes.get(this.program)!;
    for (const statement of this.program.body) this.visit(statement, top);
    const { own, program, request, settled } = this;
    const places = listScriptPlaces(program, request.mine);
    return { edits: [...this.edits.values()], settled, own, places };
  }

  private rename(
    { start, end }: Pick<Node, 'start' | 'end'>,
    old: string,
    fresh: string,
    text = fresh,
  ): void {
    if (!this.isOwn(start)) return;
    if (old === fresh) this.settled.add(start);
    else this.edits.set(start, { at: start, end, text });
  }

  private visit(node: AnyNode, scope: ScriptScope): void {
    switch (node.type) {
      case 'Identifier': {
        const fresh = this.kinds.freshName(node.name, scope);
        if (fresh !== undefined) this.rename(node, node.name, fresh);
        else if (this.isTaken(node.name, scope)) this.settled.add(node.start);
        return;
      }
      case 'ImportDeclaration':
        return this.visitImport(node, scope);
      case 'MemberExpression':
        return this.visitMember(node, scope);
      case 'Property':
        return this.visitProperty(node, scope);
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (node.computed) this.visit(node.key, scope);
        if (node.value) this.visit(node.value, scope);
        return;
      case 'ExportSpecifier':
        if (node.local.type === 'Identifier') {
          const fresh = this.kinds.freshName(node.local.name, scope);
          if (fresh === undefined) return;
          const isShort = node.local.start === node.exported.start;
          this.rename(node.local, node.local.name, fresh, isShort ? `${fresh} as ${node.local.name}` : fresh);
        }
        return;
      case 'ExportNamedDeclaration':
        if (node.source) return;
        break;
      case 'VariableDeclarator':
        if (node.init) this.visit(node.init, scope);
        return this.visitPattern(node.id, scope, node.init ? this.kinds.kindOf(node.init, scope) : undefined);
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return this.visitFunction(node, scope);
      case 'ForOfStatement': {
        const inside = this.kinds.scopes.scopes.get(node) ?? scope;
        this.visit(node.right, scope);
        const kind = this.kinds.kindOf(node.right, scope);
        const left = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]!.id : node.left;
        this.visitPattern(left, inside, kind?.is === 'rows' ? { ...kind, is: 'row' } : undefined);
        return this.visit(node.body, inside);
      }
      case 'CallExpression':
        this.visitWrite(node, scope);
        break;
      case 'LabeledStatement':
        return this.visit(node.body, scope);
      case 'BreakStatement':
      case 'ContinueStatement':
        return;
      default:
    }
    const inside = this.kinds.scopes.scopes.get(node) ?? scope;
    for (const part of partsOf(node)) this.visit(part, inside);
  }

  /** Claims that the user's pattern gives a renamed member this name, which stays: `price` of `{ fee: price }`. */
  private isTaken(name: string, scope: ScriptScope): boolean {
    const bindings = scope.find(name);
    return bindings !== undefined && bindings.every(({ at }) => this.edits.has(at));
  }

  private visitMember(node: Extract<AnyNode, { type: 'MemberExpression' }>, scope: ScriptScope): void {
    this.visit(node.object, scope);
    const { property } = node;
    const isPlain = !node.computed && property.type === 'Identifier';
    if (node.computed) this.visit(property, scope);
    if (!isPlain && property.type !== 'Literal') return;
    const name = nameOf(property);
    const kind = name === '' ? undefined : this.kinds.kindOf(node.object, scope);
    const fresh = this.kinds.freshMember(kind, name);
    if (fresh === undefined) return;
    const { start, end } = property;
    this.rename(isPlain ? { start, end } : { start: start + 1, end: end - 1 }, name, fresh);
  }

  private visitProperty(node: Extract<AnyNode, { type: 'Property' }>, scope: ScriptScope): void {
    if (node.computed) this.visit(node.key, scope);
    if (node.shorthand && node.value.type === 'Identifier') {
      const { name } = node.value;
      const fresh = this.kinds.freshName(name, scope);
      if (this.edits.has(node.value.start)) return;
      if (fresh !== undefined) this.rename(node.value, name, fresh, `${name}: ${fresh}`);
      else if (this.isTaken(name, scope)) this.settled.add(node.value.start);
    } else this.visit(node.value, scope);
  }

  /** Renames what an import takes; the old name stays where the user has the new one for something else: `deals as offers`. */
  private visitImport(node: Extract<AnyNode, { type: 'ImportDeclaration' }>, scope: ScriptScope): void {
    const { value } = node.source;
    const module = String(value);
    if (!this.kinds.isMade(module)) return;
    const { definitions, paths } = this.request.names;
    for (const specifier of node.specifiers) {
      if (specifier.type !== 'ImportSpecifier') continue;
      const name = nameOf(specifier.imported);
      const fresh = definitions.get(name);
      if (fresh === undefined) continue;
      const isShort = specifier.imported.start === specifier.local.start;
      const isKept = isShort && this.kinds.freshName(name, scope) !== fresh;
      this.rename(specifier.imported, name, fresh, isKept ? `${fresh} as ${name}` : fresh);
    }
    const [old, moved] = [module, paths.get(importPath(this.request, module) ?? '')].map((path) =>
      path?.slice(path.lastIndexOf('/') + 1),
    );
    if (!old || !moved) return;
    const end = node.source.end - 1;
    this.rename({ start: end - old.length, end }, old, moved);
  }

  private visitFunction(node: FunctionNode, scope: ScriptScope): void {
    const inside = this.kinds.scopes.scopes.get(node as AnyNode) ?? scope;
    for (const parameter of node.params) {
      this.visitPattern(parameter, inside, this.kinds.kindOfPattern(node, parameter));
    }
    this.visit(node.body, inside);
  }

  /** The keys of a pattern that takes a row apart: the user's own name stays, `{ price }` becomes `{ fee: price }`. */
  private visitPattern(pattern: Pattern, scope: ScriptScope, kind: ScriptKind | undefined): void {
    for (const value of defaultsOf(pattern)) this.visit(value, scope);
    if (pattern.type === 'ObjectPattern' && kind?.is === 'row') {
      for (const property of pattern.properties) {
        if (property.type === 'RestElement' || property.computed) continue;
        this.renameKey(property, kind);
      }
    }
    if (pattern.type === 'MemberExpression') return this.visit(pattern, scope);
    if (pattern.type === 'ArrayPattern' && kind?.is === 'rows') {
      for (const { inside } of insideOf(pattern)) this.visitPattern(inside, scope, { ...kind, is: 'row' });
    }
    if (pattern.type === 'AssignmentPattern') this.visitPattern(pattern.left, scope, kind);
  }

  private renameKey(
    { key, shorthand }: { readonly key: AnyNode; readonly shorthand: boolean },
    kind: ScriptKind,
  ): void {
    const name = nameOf(key);
    const fresh = this.kinds.freshMember({ ...kind, is: 'row' }, name);
    if (fresh === undefined || key.type !== 'Identifier') return;
    this.rename(key, name, fresh, shorthand ? `${fresh}: ${name}` : fresh);
  }

  /** The keys of what is written to a table: `db.insert(offers).values({ price })`. */
  private visitWrite(node: CallExpression, scope: ScriptScope): void {
    const { callee } = node;
    if (callee.type !== 'MemberExpression') return;
    const name = nameOf(callee.property);
    const value = name === 'onConflictDoUpdate' ? partOf(node.arguments[0], 'set') : node.arguments[0];
    if (!value || !/^(?:values|set|onConflictDoUpdate)$/.test(name)) return;
    const table = this.kinds.tableWritten(node, scope);
    if (table === undefined) return;
    const objects = value.type === 'ArrayExpression' ? value.elements : [value];
    for (const each of objects) if (each?.type === 'ObjectExpression') this.renameKeys(each, table);
  }

  private renameKeys(object: ObjectExpression, table: ScriptKind): void {
    for (const property of object.properties) {
      if (property.type === 'Property' && !property.computed) this.renameKey(property, table);
    }
  }
}

/** The value of a key of an object as it is written. */
function partOf(node: AnyNode | undefined, key: string): AnyNode | undefined {
  const properties = node?.type === 'ObjectExpression' ? node.properties : [];
  const found = properties.find((each) => each.type === 'Property' && nameOf(each.key) === key);
  return found?.type === 'Property' ? found.value : undefined;
}

/** Classes at the top whose name the base's text does not define and whose head is the user's. */
function findOwnClasses(program: Program, { base, became }: ReachRequest): [number, number][] {
  return program.body.flatMap((node): [number, number][] => {
    const isExport = node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration';
    const declared = isExport ? node.declaration : node;
    if (declared?.type !== 'ClassDeclaration' || !declared.id || became.has(declared.id.start)) return [];
    return new RegExp(`\\bclass ${declared.id.name}\\b`).test(base) ? [] : [[node.start, node.end]];
  });
}
