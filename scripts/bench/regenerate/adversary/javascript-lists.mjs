/** The lists of a JavaScript tree that edits take place in; `say` gives a node's words without its format. */
export function linesOf(role, nodes, context, scopes, say) {
  return { role, kind: 'lines', context, items: nodes.map((node) => itemOf(node, scopes, say)) };
}

function itemOf(node, scopes, say) {
  const item = {
    type: node.type,
    name: nameOf(node, say),
    start: node.start,
    end: node.end,
    canon: say(node),
    head: headOf(node, say),
    lists: [],
    strings: [],
  };
  const body = bodiesOf(node);
  item.lists = body.map(([role, nodes, context]) => linesOf(role, nodes, context, scopes, say));
  if (!body.some(([, , context]) => context === 'class')) item.lists.push(...commaLists(node, say));
  if (body.length === 0) item.strings = stringsOf(node);
  else if (node.type === 'ExpressionStatement') item.strings = stringsOf(node.expression.arguments?.[0]);
  const made = functionOf(node);
  if (made) item.locals = localsOf(made, scopes);
  if (
    node.type === 'VariableDeclaration' &&
    node.declarations.length === 1 &&
    node.declarations[0].id.type === 'Identifier' &&
    node.declarations[0].init
  ) {
    item.assigns = node.declarations[0].id.name;
    item.value = [node.declarations[0].init.start, node.declarations[0].init.end];
  }
  item.part = partOf(node);
  return item;
}

/** The statement lists inside a statement: its own block, or that of the last function among a call's arguments. */
function bodiesOf(node) {
  if (node.type === 'ExportNamedDeclaration' && node.declaration) return bodiesOf(node.declaration);
  if (node.type === 'ClassDeclaration') return [['body', node.body.body, 'class']];
  const made = functionOf(node);
  if (made) return made.body.type === 'BlockStatement' ? [['body', made.body.body, 'function']] : [];
  if (node.type === 'IfStatement')
    return [node.consequent, node.alternate].flatMap((one, at) =>
      one?.type === 'BlockStatement' ? [[['then', 'else'][at], one.body, 'function']] : [],
    );
  if (node.type === 'TryStatement')
    return [node.block, node.handler?.body, node.finalizer].flatMap((one, at) =>
      one ? [[['try', 'catch', 'finally'][at], one.body, 'function']] : [],
    );
  if (node.body?.type === 'BlockStatement') return [['body', node.body.body, 'function']];
  return [];
}

function functionOf(node) {
  if (node.type === 'ExportNamedDeclaration') return node.declaration && functionOf(node.declaration);
  if (node.type === 'FunctionDeclaration') return node;
  if (node.type === 'MethodDefinition') return node.value;
  const call =
    node.type === 'ExpressionStatement' && node.expression.type === 'CallExpression' ? node.expression : null;
  const last = call?.arguments.at(-1);
  if (last && /Function/.test(last.type)) return last;
  const init = node.type === 'VariableDeclaration' ? node.declarations[0].init : null;
  return init && /Function/.test(init.type) ? init : null;
}

export function nameOf(node, say) {
  if (node.type === 'ExportNamedDeclaration') return node.declaration ? nameOf(node.declaration, say) : null;
  if (node.type === 'MethodDefinition') return node.key.name ?? null;
  if (node.type === 'VariableDeclaration') return node.declarations[0].id.name ?? null;
  if (node.type === 'ImportDeclaration') return node.source.value;
  if (node.id) return node.id.name;
  const call =
    node.type === 'ExpressionStatement' && node.expression.type === 'CallExpression' ? node.expression : null;
  const first = call?.arguments[0];
  return first?.type === 'Literal' && call.arguments.length > 1 ? `${say(call.callee)} ${first.value}` : null;
}

function headOf(node, say) {
  return [
    node.type,
    ...['test', 'left', 'right'].filter((key) => node[key]).map((key) => say(node[key])),
  ].join(' ');
}

/** What `stepOf` has a word for. */
const named = /^(Property|VariableDeclarator|CallExpression|ArrayExpression|ObjectExpression)$/;

/** Calls `visit` with each node that `stop` does not keep it from, and with what is around it. */
export function walk(node, visit, stop = () => false, around = []) {
  if (node === null || typeof node !== 'object' || stop(node)) return;
  if (Array.isArray(node)) return node.forEach((one) => walk(one, visit, stop, around));
  if (typeof node.type !== 'string') return;
  visit(node, around);
  const within = named.test(node.type) ? [...around, node] : around;
  for (const key in node)
    if (key !== 'parent' && node[key] && typeof node[key] === 'object') walk(node[key], visit, stop, within);
}

/** Lists between commas; `role` says where each is, by the keys and calls around it, so that a new neighbour does not move it. */
function commaLists(node, say) {
  const found = [];
  walk(
    node,
    (one, around) => {
      const [context, parts] =
        one.type === 'ArrayExpression'
          ? ['list', one.elements]
          : one.type === 'ObjectExpression'
            ? ['dict', one.properties]
            : one.type === 'CallExpression'
              ? ['call', one.arguments]
              : one.type === 'ImportDeclaration'
                ? ['names', one.specifiers.filter(({ type }) => type === 'ImportSpecifier')]
                : [];
      if (!parts || parts.length === 0 || parts.includes(null)) return;
      found.push({
        role: [context, ...around.map((one) => stepOf(one, say)).filter(Boolean), stepOf(one, say)].join('/'),
        kind: 'comma',
        context,
        items: parts.map((part) => ({
          type: part.type,
          name: part.key?.name ?? null,
          start: part.start,
          end: part.end,
          canon: say(part),
          head: '',
          lists: [],
        })),
      });
    },
    (one) => one.type === 'BlockStatement' || one.type === 'TemplateLiteral' || one.type === 'ClassBody',
  );
  return found;
}

function stepOf(node, say) {
  if (node.type === 'Property') return node.key.name ?? String(node.key.value);
  if (node.type === 'VariableDeclarator') return node.id.name;
  if (node.type === 'CallExpression')
    return `${say(node.callee)}(${node.arguments[0]?.type === 'Literal' ? node.arguments[0].value : ''})`;
  if (node.type === 'ArrayExpression') return '[]';
  return node.type === 'ObjectExpression' ? '{}' : '';
}

function stringsOf(node) {
  const found = [];
  if (!node) return found;
  walk(
    node,
    (one) => one.type === 'Literal' && typeof one.value === 'string' && found.push([one.start, one.end]),
    (one) => one.type === 'TemplateLiteral' || one.type === 'ImportDeclaration',
  );
  return found;
}

/** Places of the uses of each plain constant or variable that a function declares by itself. */
function localsOf(made, scopes) {
  const scope = scopes.acquire(made);
  const found = {};
  for (const variable of scope?.variables ?? []) {
    const [definition] = variable.defs;
    if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') continue;
    const uses = [...variable.identifiers, ...variable.references.map(({ identifier }) => identifier)].map(
      ({ start, end }) => [start, end],
    );
    found[variable.name] = [...new Map(uses.map((use) => [use[0], use])).values()].sort(
      (one, other) => one[0] - other[0],
    );
  }
  const shorthand = new Set();
  walk(made, (one) => one.type === 'Property' && one.shorthand && shorthand.add(one.key.name));
  return Object.fromEntries(Object.entries(found).filter(([name]) => !shorthand.has(name)));
}

function partOf(node) {
  const value =
    node.type === 'ReturnStatement'
      ? node.argument
      : node.type === 'VariableDeclaration'
        ? node.declarations[0].init
        : node.type === 'ExpressionStatement'
          ? node.expression
          : null;
  const call = value?.type === 'CallExpression' ? value : null;
  const first = call?.arguments[0];
  return first && !/Literal|Spread|Function/.test(first.type) ? [first.start, first.end] : null;
}
