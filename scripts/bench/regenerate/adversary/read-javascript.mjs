import { parse, tokenizer } from 'acorn';
import { analyze } from 'eslint-scope';
import { linesOf, nameOf, walk } from './javascript-lists.mjs';

const globals = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  'require',
  'module',
  'exports',
  'window',
  'document',
  'location',
  'confirm',
  'alert',
  'arguments',
  'undefined',
]);
const options = { ecmaVersion: 2024, sourceType: 'module', allowReturnOutsideFunction: false };

/** Reads JavaScript as every reader does: an error, or a tree of lists for the edits and texts to compare. */
export function readJavascript(text) {
  const comments = [];
  let program;
  try {
    program = parse(text, {
      ...options,
      ranges: true,
      locations: false,
      onComment: (_, value) => comments.push(cleanComment(value)),
    });
  } catch (error) {
    return { error: error.message };
  }
  const words = wordsOf(text);
  const tokens = words.map(({ word }) => word).filter((word) => /[\w$]/.test(word));
  const say = (node) => {
    const from = words.findIndex(({ start }) => start >= node.start);
    const said = [];
    for (let at = from; at >= 0 && at < words.length && words[at].end <= node.end; at++)
      said.push(words[at].word);
    return said.join(' ').replace(/ ,(?= [)\]}])/g, '');
  };
  const scopes = analyze(program, { ecmaVersion: 2024, sourceType: 'module' });
  return {
    tree: {
      type: 'Program',
      name: '',
      start: 0,
      end: text.length,
      canon: '',
      head: 'Program',
      lists: [linesOf('body', program.body, 'module', scopes, say)],
    },
    strict: canonOf(program),
    loose: canonOf(program, true),
    comments,
    tokens,
    unbound: [...new Set(scopes.globalScope.through.map(({ identifier }) => identifier.name))]
      .filter((name) => !globals.has(name))
      .sort(),
    duplicates: duplicatesOf(program, say),
    frozen: frozenLines(program, text),
  };
}

/** The words of a text with their places: strings without their quotes, in front of them a mark. */
function wordsOf(text) {
  const words = [];
  for (const { type, value, start, end } of tokenizer(text, options)) {
    const word =
      type.label === 'string' ? `'${value}` : typeof value === 'string' ? value : text.slice(start, end);
    words.push({ word, start, end });
  }
  return words;
}

const cleanComment = (text) => text.replace(/^[*\s]+|[\s*]+$/g, '');

/** The tree as text, without places and without how strings are quoted; `loose` puts imports in one order. */
function canonOf(node, loose = false) {
  const plain = (value) => {
    if (Array.isArray(value)) return value.map(plain);
    if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? String(value) : value;
    if (value instanceof RegExp) return String(value);
    const { type } = value;
    if (type === 'Program' && loose) return { type, body: sortImports(value.body).map(plain) };
    if (loose && type === 'ObjectExpression' && value.properties.every((one) => one.type === 'Property'))
      return { type, properties: value.properties.map((one) => JSON.stringify(plain(one))).sort() };
    if (loose && type === 'ImportDeclaration')
      return {
        type,
        source: value.source.value,
        specifiers: value.specifiers.map((one) => JSON.stringify(plain(one))).sort(),
      };
    if (loose && type === 'BlockStatement') return { type, body: sortTests(value.body).map(plain) };
    const copy = {};
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'start' || key === 'end' || key === 'range' || key === 'parent') continue;
      if (key === 'raw') {
        if (type === 'TemplateElement') copy.raw = inner;
        continue;
      }
      const isName = type === 'Property' && key === 'key' && !value.computed;
      copy[key] = isName ? (inner.name ?? String(inner.value)) : plain(inner);
    }
    return copy;
  };
  return JSON.stringify(plain(node));
}

/** Neighbouring tests in one order: which of them comes first means nothing. */
function sortTests(body) {
  const isTest = ({ expression }) =>
    expression?.type === 'CallExpression' && expression.callee.name === 'test';
  const tests = body
    .filter(isTest)
    .sort((one, other) => (canonOf(one, true) < canonOf(other, true) ? -1 : 1));
  return body.map((node) => (isTest(node) ? tests.shift() : node));
}

function sortImports(body) {
  const isImport = ({ type }) => type === 'ImportDeclaration';
  const key = (node) => canonOf(node, true);
  return [
    ...body.filter(isImport).sort((one, other) => (key(one) < key(other) ? -1 : 1)),
    ...body.filter((node) => !isImport(node)),
  ];
}

function duplicatesOf(program, say) {
  const found = [];
  const seen = new Set();
  for (const node of program.body) {
    const name = nameOf(node, say);
    if (node.type === 'ExpressionStatement' && name?.startsWith('test ')) {
      if (seen.has(name)) found.push(name);
      seen.add(name);
    }
  }
  walk(program, (one) => {
    if (one.type !== 'ObjectExpression') return;
    const keys = one.properties.map(({ key }) => key?.name ?? key?.value).filter(Boolean);
    found.push(...keys.filter((key, at) => keys.indexOf(key) !== at));
  });
  return found;
}

function frozenLines(program, text) {
  const found = [];
  const lineOf = (at) => text.slice(0, at).split('\n').length - 1;
  walk(program, (one) => {
    if (one.type !== 'TemplateLiteral') return;
    for (let line = lineOf(one.start) + 1; line <= lineOf(one.end); line++) found.push(line);
  });
  return found;
}
