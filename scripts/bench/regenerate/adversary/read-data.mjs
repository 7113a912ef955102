import { parseExpressionAt } from 'acorn';
import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';

const nothing = { comments: [], tokens: [], unbound: [], duplicates: [], frozen: [] };
const tokensOf = (text) => text.match(/[\p{L}\p{N}_.-]+/gu) ?? [];
const root = (lists, end) => ({ type: 'root', name: '', start: 0, end, canon: '', head: 'root', lists });

/** Reads JSON: every object and array is a list of edits. */
export function readJson(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { error: error.message };
  }
  const lists = [];
  const visit = (node, path) => {
    const parts =
      node.type === 'ObjectExpression'
        ? node.properties
        : node.type === 'ArrayExpression'
          ? node.elements
          : [];
    if (parts.length > 0) {
      lists.push({
        role: path,
        kind: 'comma',
        context: node.type === 'ObjectExpression' ? 'json' : 'jsonList',
        items: parts.map((part) => ({
          type: part.type,
          name: part.key?.value ?? null,
          start: part.start,
          end: part.end,
          canon: text.slice(part.start, part.end).replace(/\s+/g, ' '),
          head: '',
          lists: [],
        })),
      });
    }
    for (const part of parts)
      visit(part.value?.type ? part.value : part, `${path}/${part.key?.value ?? '-'}`);
  };
  visit(parseExpressionAt(text, 0, { ecmaVersion: 2024 }), 'json');
  const strict = JSON.stringify(data);
  const sorted = (value) =>
    Array.isArray(value)
      ? value.map(sorted)
      : value && typeof value === 'object'
        ? Object.fromEntries(
            Object.keys(value)
              .sort()
              .map((key) => [key, sorted(value[key])]),
          )
        : value;
  const keys = [];
  JSON.parse(text, (_, value) => value);
  return {
    ...nothing,
    tree: root(lists, text.length),
    strict,
    loose: JSON.stringify(sorted(data)),
    tokens: tokensOf(text),
    duplicates: keys,
  };
}

/** Reads YAML: each key or entry with what is indented below it is an item. */
export function readYaml(text) {
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0) return { error: document.errors[0].message };
  const isFlat = /[|>]-?\s*$/m.test(text);
  return {
    ...nothing,
    tree: root(isFlat ? [] : [indented(text, 0, text.length)], text.length),
    strict: JSON.stringify(document.toJS()),
    loose: JSON.stringify(document.toJS()),
    comments: hashComments(text),
    tokens: tokensOf(text),
  };
}

function indented(text, start, end) {
  const lines = linesIn(text, start, end).filter(({ code }) => code);
  const depth = Math.min(...lines.map(({ indent }) => indent));
  const heads = lines.filter(({ indent }) => indent === depth);
  const items = heads.map((head, at) => {
    const stop = heads[at + 1]?.start ?? end;
    const last = lines.filter(({ start: from }) => from >= head.start && from < stop).at(-1);
    const inner = last !== head ? [indented(text, head.end + 1, last.end)] : [];
    const body = text.slice(head.start, last.end);
    return {
      type: 'entry',
      name: /^\s*([\w.-]+):/.exec(head.text)?.[1] ?? null,
      start: head.start + head.indent,
      end: last.end,
      canon: body.replace(/\s+/g, ' '),
      head: head.text.trim(),
      lists: inner,
    };
  });
  return {
    role: 'body',
    kind: 'lines',
    context: /^\s*- /.test(heads[0]?.text ?? '') ? 'yamlList' : 'yaml',
    items,
  };
}

function linesIn(text, start, end) {
  const lines = [];
  for (let at = start; at < end;) {
    const stop = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, stop);
    lines.push({
      text: line,
      start: at,
      end: stop,
      indent: line.length - line.trimStart().length,
      code: /^\s*[^#\s]/.test(line),
    });
    at = stop + 1;
  }
  return lines;
}

const hashComments = (text) =>
  [...text.matchAll(/^\s*#+\s*(.*?)\s*$/gm)].map(([, words]) => words).filter(Boolean);

/** Reads TOML, requirements, `.env` and other files of lines: each line is an item; those with a parser are compared as data. */
export function readLines(path, text) {
  let strict = linesIn(text, 0, text.length)
    .filter(({ code }) => code)
    .map((line) => line.text.trimEnd())
    .join('\n');
  if (path.endsWith('.toml')) {
    try {
      strict = JSON.stringify(parseToml(text));
    } catch (error) {
      return { error: error.message };
    }
  }
  const context = path.endsWith('.toml')
    ? 'toml'
    : path.endsWith('.md')
      ? 'prose'
      : /requirements/.test(path)
        ? 'requirements'
        : /\.env/.test(path)
          ? 'env'
          : 'lines';
  const isWhole = path.endsWith('.toml') && /\[\s*$/m.test(text);
  const items = linesIn(text, 0, text.length)
    .filter(({ code, text: line }) => code && !/^\s*[\])}]|"""/.test(line))
    .map((line) => ({
      type: /^\[/.test(line.text) ? 'head' : 'line',
      name: /^([\w.-]+)\s*=/.exec(line.text)?.[1] ?? null,
      start: line.start + line.indent,
      end: line.end,
      canon: line.text.trim(),
      head: '',
      lists: [],
    }));
  return {
    ...nothing,
    tree: root(isWhole ? [] : [{ role: 'body', kind: 'lines', context, items }], text.length),
    strict,
    loose: strict,
    comments: path.endsWith('.md') ? [] : hashComments(text),
    tokens: tokensOf(text),
  };
}

/** Reads CSS: rules, the rules inside of at-rules, and declarations. */
export function readCss(text) {
  const comments = [];
  const code = text.replace(/\/\*([\s\S]*?)\*\//g, (raw, words) => {
    comments.push(words.trim());
    return raw.replace(/[^\n]/g, ' ');
  });
  let at = 0;
  const readBody = (isTop) => {
    const items = [];
    for (;;) {
      while (/\s/.test(code[at] ?? '')) at++;
      if (at >= code.length) return isTop ? items : null;
      if (code[at] === '}') return isTop ? null : items;
      const start = at;
      let depth = 0;
      let quote = null;
      for (; at < code.length; at++) {
        const letter = code[at];
        if (quote) {
          if (letter === quote && code[at - 1] !== '\\') quote = null;
        } else if (letter === '"' || letter === "'") quote = letter;
        else if (letter === '(') depth++;
        else if (letter === ')') depth--;
        else if (depth === 0 && (letter === ';' || letter === '{' || letter === '}')) break;
      }
      const head = code.slice(start, at).replace(/\s+/g, ' ').trim();
      if (code[at] === '{') {
        at++;
        const inner = readBody(false);
        if (inner === null) return null;
        at++;
        items.push({
          type: 'rule',
          name: head,
          start,
          end: at,
          head,
          canon: `${head}{${inner.map((one) => one.canon).join(';')}}`,
          lists: [
            {
              role: 'body',
              kind: 'lines',
              context: inner.some(({ type }) => type === 'rule') ? 'css' : 'declarations',
              items: inner,
            },
          ],
        });
      } else {
        if (code[at] === ';') at++;
        else if (code[at] !== '}') return null;
        items.push({
          type: 'declaration',
          name: head.split(':')[0],
          start,
          end: at,
          head: '',
          canon: head,
          lists: [],
        });
      }
    }
  };
  const items = readBody(true);
  if (items === null) return { error: 'braces do not fit' };
  const strict = items.map(({ canon }) => canon).join('\n');
  return {
    ...nothing,
    tree: root([{ role: 'body', kind: 'lines', context: 'css', items }], text.length),
    strict,
    loose: strict,
    comments,
    tokens: tokensOf(code),
  };
}
