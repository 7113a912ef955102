// What a merge ought to give: the hand edit applied to the new output, compared in scope and by parsing.
// Reads files with its own small readers, so that it shares no code with what it judges.
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

const { resolve } = createRequire(import.meta.url);
const parsers = new Map();
const canonicalTexts = new Map();

export async function openOracle() {
  await Parser.init();
  for (const name of ['python', 'javascript']) {
    const parser = new Parser();
    parser.setLanguage(
      await Language.load(resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`)),
    );
    parsers.set(name, parser);
  }
}

const grammarOf = (path) =>
  /\.py$/.test(path) ? 'python' : /\.[cm]?js$/.test(path) ? 'javascript' : undefined;

/** Whether a text can be read as what its name says. */
export function isReadable(path, text) {
  if (/^(<<<<<<<|>>>>>>>)/m.test(text)) return false;
  if (/\.json$/.test(path)) return canParseJson(text);
  const grammar = grammarOf(path);
  if (grammar) return inTree(grammar, text, (root) => !root.hasError);
  if (/\.(html|ejs)$/.test(path)) return isNested(text);
  return true;
}

/** A text without what is a matter of taste: layout, and the order in which two additions stand. */
export function canonical(path, text) {
  const key = `${path}\n${text}`;
  if (!canonicalTexts.has(key)) canonicalTexts.set(key, readCanonical(path, text));
  return canonicalTexts.get(key);
}

function readCanonical(path, text) {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (/\.json$/.test(path) && canParseJson(plain)) return JSON.stringify(sortKeys(JSON.parse(plain)));
  const grammar = grammarOf(path);
  return grammar ? inTree(grammar, plain, canonicalNode) : canonicalLines(plain);
}

function inTree(grammar, text, read) {
  const tree = parsers.get(grammar).parse(text);
  const value = read(tree.rootNode);
  tree.delete();
  return value;
}

const anyOrder = new Set(
  'module program class_body list set dictionary array object named_imports import_names keyword_arguments'.split(
    ' ',
  ),
);
const leaves = new Set(['string', 'comment', 'template_string', 'regex']);

function canonicalNode(node) {
  if (leaves.has(node.type) || node.childCount === 0) return canonicalToken(node);
  const children = node.children.filter(({ type }) => type !== ',' && type !== ';');
  let parts = children.map(canonicalNode);
  const classBody = node.type === 'block' && node.parent?.type === 'class_definition';
  if (anyOrder.has(node.type) || classBody) parts = parts.sort();
  if (node.type === 'argument_list') {
    const named = parts.filter((_, at) => children[at].type === 'keyword_argument').sort();
    parts = [...parts.filter((_, at) => children[at].type !== 'keyword_argument'), ...named];
  }
  if (node.type === 'import_from_statement')
    parts = [
      ...parts.slice(0, 3),
      ...parts
        .slice(3)
        .filter((part) => part !== '(' && part !== ')')
        .sort(),
    ];
  return `(${node.type} ${parts.join(' ')})`;
}

function canonicalToken({ type, text }) {
  if (type === 'string') return text.replace(/^(\w*)'([^'"\\]*)'$/, '$1"$2"');
  return text.replace(/\s+/g, ' ');
}

/** Lines under the lines that they are indented below, in any order. */
function canonicalLines(text) {
  const above = [];
  const lines = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const indent = line.length - line.trimStart().length;
    while (above.length > 0 && above.at(-1).indent >= indent) above.pop();
    lines.push([...above.map(({ words }) => words), line.trim()].join(' > '));
    above.push({ indent, words: line.trim().split(/[\s>]/)[0] });
  }
  return lines.sort().join('\n');
}

function canParseJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function sortKeys(value) {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key])]),
  );
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Every element and every template block that is opened is closed. */
function isNested(text) {
  const stack = [];
  const plain = text.replace(
    /<!--[\s\S]*?-->|\{#.*?#\}|<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g,
    '',
  );
  const pattern =
    /\{%-?\s*(end)?(block\w*|if|for|with|comment|blocktranslate)\b[^%]*%\}|<%[\s\S]*?%>|<(\/?)([a-zA-Z][\w-]*)((?:<%[\s\S]*?%>|\{[{%].*?[%}]\}|"[^"]*"|[^"<>])*?)(\/?)>/g;
  for (const [, end, block, slash, element, , closed] of plain.matchAll(pattern)) {
    const name = block ? `%${block}` : element?.toLowerCase();
    if (!name || closed || voids.has(name)) continue;
    if (end || slash) {
      if (stack.pop() !== name) return false;
    } else stack.push(name);
  }
  return stack.length === 0;
}

/**
 * What a merge of an edit into the next version ought to be.
 *
 * `merge` with the text to get, `conflict` where what the user replaced was replaced by the next version too, or
 * undefined where the pair says nothing: the edit does not apply, or means something else in the new place.
 */
export function expectMerge(edit, path, base, next, renames) {
  if (edit.parts) return expectParts(edit.parts, path, base, next, renames);
  const essence = edit.essence(base);
  const now = undoRenames(next, renames);
  const applied = edit.apply(now);
  if (essence === '' && applied === null)
    return edit.holds?.(now) === false ? { kind: 'conflict' } : undefined;
  if (edit.essence(now) !== essence) {
    if (essence && next.includes(essence)) return undefined;
    if (!edit.deletes) return { kind: 'conflict' };
    return edit.essence(now) === null ? { kind: 'merge', text: next } : { kind: 'conflict' };
  }
  if (applied === null) return { kind: 'conflict' };
  const text = redoRenames(applied, renames);
  if (renames.length > 0 && redoRenames(now, renames) !== next) return undefined;
  return isReadable(path, text) ? { kind: 'merge', text } : undefined;
}

/** The new output with the old names, which the edit knows. */
function undoRenames(text, renames) {
  return renames.reduce((result, { from, to }) => replaceName(result, to, from), text);
}

function redoRenames(text, renames) {
  return renames.reduce((result, { from, to }) => replaceName(result, from, to), text);
}

function replaceName(text, from, to) {
  const words = (name) => name.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return text
    .replace(new RegExp(`(?<![a-zA-Z\\d])${from}(?![a-zA-Z\\d])`, 'g'), to)
    .replaceAll(words(from), words(to));
}

/** Several edits, one after another: a conflict where one of them is. */
function expectParts(parts, path, base, next, renames) {
  let text = next;
  for (const part of parts) {
    const expected = expectMerge(part, path, base, text, renames);
    if (expected?.kind !== 'merge') return expected;
    text = expected.text;
  }
  return { kind: 'merge', text };
}
