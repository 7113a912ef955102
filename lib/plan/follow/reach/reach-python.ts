import { isLawfulPython } from '../../code/lawful-python.ts';
import { loadParser } from '../../code/load-grammar.ts';
import { importedNames, readScopes } from '../../code/python-scopes.ts';
import type { PythonScope } from '../../code/python-scopes.ts';
import { parseSyntax } from '../../code/syntax.ts';
import type { ParsedText, SyntaxNode } from '../../code/syntax.ts';
import { fieldLists, fieldSettings, queryMethod } from './django-queries.ts';
import { PythonKinds } from './python-kinds.ts';
import { listPythonPlaces } from './python-places.ts';
import { FieldReader } from './reach-fields.ts';
import { ownedBy } from './reach.ts';
import type { LanguageReach, NameEdit, ReachLanguage, ReachRequest } from './reach.ts';

/** Loads what follows names in Python; it needs the grammar. */
export async function reachPython(): Promise<ReachLanguage> {
  const parser = await loadParser('python');
  const parse = (text: string): ParsedText => parseSyntax(parser, text, () => undefined);
  return (request) => {
    const { root, valid } = parse(request.mine);
    if (!valid || !isLawfulPython(request.mine, root)) return undefined;
    return new PythonReach(root, request, parse).find();
  };
}

const definitions = new Set(['class_definition', 'function_definition', 'lambda']);

/** Follows names through one Python text. */
class PythonReach {
  private readonly edits = new Map<number, NameEdit>();
  private readonly settled = new Set<number>();
  private readonly kinds: PythonKinds;
  private readonly fields: FieldReader;
  private readonly own: LanguageReach['own'];
  private readonly isOwn: (at: number) => boolean;
  /** What a string's expression starts at, where its nodes count from zero. */
  private shift = 0;

  constructor(
    private readonly root: SyntaxNode,
    private readonly request: ReachRequest,
    private readonly parse: (text: string) => ParsedText,
  ) {
    this.own = findOwnClasses(root, request);
    this.isOwn = ownedBy(request.became, this.own);
    this.kinds = new PythonKinds(readScopes(root), request, this.isOwn);
    this.fields = new FieldReader(this.kinds, request.names, (at, length, text) =>
      this.rename(at, length, text),
    );
  }

  find(): LanguageReach {
    this.visit(this.root, this.kinds.scopes.get(this.root)!);
    const { own, settled } = this;
    return { edits: [...this.edits.values()], settled, own, places: listPythonPlaces(this.root) };
  }

  /** Gives a name of the user's its new spelling; one that is to stay as it is, is noted as settled. */
  private rename(at: number, length: number, text: string): void {
    const start = at + this.shift;
    const old = this.request.mine.slice(start, start + length);
    if (!this.isOwn(start)) return;
    if (old === text) this.settled.add(start);
    else this.edits.set(start, { at: start, end: start + length, text });
  }

  private renameNode(node: SyntaxNode, text: string): void {
    this.rename(node.start, node.end - node.start, text);
  }

  private visit(node: SyntaxNode, scope: PythonScope): void {
    switch (node.type) {
      case 'identifier': {
        const fresh = this.kinds.freshName(node.text, scope);
        if (fresh !== undefined) this.renameNode(node, fresh);
        return;
      }
      case 'attribute':
        return this.visitAttribute(node, scope);
      case 'keyword_argument':
        return this.visitAll(node.nodes.slice(1), scope);
      case 'import_statement':
        return;
      case 'import_from_statement':
        return this.visitImport(node, scope);
      case 'string':
        return this.visitString(node, scope);
      case 'concatenated_string':
        for (const part of splitStrings(node)) this.visitText(part.text, part.at, scope);
        return;
      case 'call':
        this.visitCall(node, scope);
        break;
      case 'subscript':
        this.visitSubscript(node, scope);
        break;
      case 'assignment':
        if (scope.kind === 'class') this.visitSetting(node, scope);
        break;
      default:
    }
    const inside = this.kinds.scopes.get(node);
    if (inside === undefined || inside.kind === 'module') return this.visitAll(node.parts, scope);
    const isComprehension = node.part('body') !== undefined && !definitions.has(node.type);
    for (const part of node.parts) {
      if (part.field === 'parameters') this.visitParameters(part, scope);
      else if (part.field !== 'name')
        this.visit(part, isComprehension || part.field === 'body' ? inside : scope);
    }
  }

  /** Defaults and annotations; the names are bound, not used. */
  private visitParameters(list: SyntaxNode, scope: PythonScope): void {
    for (const item of list.nodes) {
      this.visitAll(
        item.nodes.filter(({ field }) => field === 'value' || field === 'type'),
        scope,
      );
    }
  }

  private visitAll(nodes: readonly SyntaxNode[], scope: PythonScope): void {
    for (const node of nodes) this.visit(node, scope);
  }

  private visitAttribute(node: SyntaxNode, scope: PythonScope): void {
    const [object, attribute] = [node.part('object')!, node.part('attribute')!];
    this.visit(object, scope);
    const fresh = this.kinds.freshMember(this.kinds.kindOf(object, scope), attribute.text);
    if (fresh !== undefined) this.renameNode(attribute, fresh);
  }

  /** Renames what an import takes; the old name stays where the user has the new one for something else: `Deal as Offer`. */
  private visitImport(node: SyntaxNode, scope: PythonScope): void {
    const module = node.part('module_name')!.text;
    for (const part of importedNames(node)) {
      const name = part.part('name') ?? part;
      const fresh = this.kinds.modules.freshImport(module, name.text);
      if (fresh === undefined) continue;
      const isKept =
        !part.part('alias') && fresh !== name.text && this.kinds.freshName(name.text, scope) !== fresh;
      this.renameNode(name, isKept ? `${fresh} as ${name.text}` : fresh);
    }
    const path = this.kinds.modules.freshModule(module);
    if (path !== undefined) this.renameNode(node.part('module_name')!, path);
  }

  private visitCall(node: SyntaxNode, scope: PythonScope): void {
    const [called, list] = [node.part('function')!, node.part('arguments')];
    if (list?.type !== 'argument_list') return;
    if (this.kinds.isForeign(called, scope)) this.settleKeywords(list);
    const target = this.kinds.targetOf(called, list, scope);
    if (target === undefined) return;
    const { entity, method, name } = target;
    for (const argument of list.nodes) {
      if (argument.type === 'keyword_argument') {
        const [key, value] = [argument.part('name')!, argument.part('value')!];
        const isList = method !== undefined && fieldLists.has(key.text);
        if (isList) this.fields.read(entity, value, scope, true);
        else if (target.keywords) this.fields.renameLookup(entity, key.text, key.start);
        if (method !== undefined && !isList) this.fields.read(entity, value, scope, false);
      } else if (argument.type === 'dictionary_splat' && target.keywords) {
        this.fields.read(entity, argument, scope, true);
      } else if (method !== undefined) this.fields.read(entity, argument, scope, queryMethod(name)!.strings);
    }
  }

  /** The keywords of what another library defines are its own. */
  private settleKeywords(list: SyntaxNode): void {
    for (const argument of list.nodes) {
      if (argument.type === 'keyword_argument') this.settled.add(argument.part('name')!.start + this.shift);
    }
  }

  private visitSubscript(node: SyntaxNode, scope: PythonScope): void {
    const row = this.kinds.kindOf(node.part('value')!, scope);
    const key = node.part('subscript');
    if (row?.is === 'row' && key) this.fields.read(row.entity, key, scope, true);
  }

  /** `ordering`, `fields` and the like in the body of a class that dazzle made about a model. */
  private visitSetting(node: SyntaxNode, scope: PythonScope): void {
    const [left, right] = [node.part('left'), node.part('right')];
    if (!right || left?.type !== 'identifier' || !fieldSettings.has(left.text)) return;
    const entity = this.kinds.entityAbout(scope);
    if (entity !== undefined) this.fields.read(entity, right, scope, true);
  }

  private visitString(node: SyntaxNode, scope: PythonScope): void {
    this.visitText(node.text, node.start, scope);
  }

  /** The expressions in the braces of an f-string. */
  private visitText(text: string, start: number, scope: PythonScope): void {
    if (!/^(?:[rR]?[fF]|[fF][rR])["']/.test(text)) return;
    const plain = text.replace(/\{\{|\}\}/g, '  ');
    for (const found of plain.matchAll(/\{([^{}]*)(?:\{[^{}]*\}[^{}]*)*\}/g)) {
      const code = found[1]!.replace(/(?:=?(?:![rsa])?(?::[^\])]*)?)$/, '');
      const { root, valid } = this.parse(`(${code})`);
      if (!valid) continue;
      const before = this.shift;
      this.shift = before + start + found.index;
      this.kinds.addScopes(root, scope);
      this.visit(root, scope);
      this.shift = before;
    }
  }
}

/** The strings of a concatenation, which the parser's copy holds as one. */
function splitStrings(node: SyntaxNode): { text: string; at: number }[] {
  const pattern = /[a-zA-Z]*("""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/g;
  return [...node.text.matchAll(pattern)].map((found) => ({ text: found[0], at: node.start + found.index }));
}

/** Classes at the top whose name the base's text does not define and whose head is the user's. */
function findOwnClasses(root: SyntaxNode, { base, became }: ReachRequest): [number, number][] {
  return root.nodes.flatMap((node): [number, number][] => {
    const inner = node.part('definition') ?? node;
    const name = inner.type === 'class_definition' ? inner.part('name') : undefined;
    if (!name || became.has(name.start)) return [];
    return new RegExp(`\\bclass ${name.text}\\b`).test(base) ? [] : [[node.start, node.end]];
  });
}
