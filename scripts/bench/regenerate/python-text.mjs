// What the hand edits of Python files are made of.
import { inBlock, insertIn, onWhole } from './text-scopes.mjs';

export const py = /\.py$/;
export const models = /(^|\/)models\.py$/;
export const forms = /(^|\/)forms\.py$/;
export const admin = /(^|\/)admin\.py$/;
export const urls = /app\/urls\.py$/;
export const settings = /settings\.py$/;
export const views = /views(\/\w+)?\.py$/;
export const tests = /tests?(\/\w+)?\.py$/;

export const model = (name) => new RegExp(`^class ${name}\\(`);
export const anyClass = (word) => new RegExp(`^class \\w*${word}\\w*\\(`);
export const method = (name) => new RegExp(`^\\s+def ${name}\\(`);

export const addImport = (line) =>
  onWhole((text) => {
    const lines = text.split('\n');
    const last = lines.findLastIndex((one) => /^(from \S+ import [^(]+|import .+)$/.test(one));
    return last < 0 ? null : [...lines.slice(0, last + 1), line, ...lines.slice(last + 1)].join('\n');
  });

export const addImportFirst = (line) =>
  onWhole((text) => {
    const lines = text.split('\n');
    const first = lines.findIndex((one) => /^(from|import) /.test(one));
    return first < 0 ? null : [...lines.slice(0, first), line, ...lines.slice(first)].join('\n');
  });

export const appendLines = (...added) => onWhole((text) => `${text.trimEnd()}\n\n\n${added.join('\n')}\n`);

export const afterField = (owner, field, line) =>
  insertIn(
    [model(owner)],
    new RegExp(`(^    ${field} = (?:.*\\n(?:        .*\\n|    \\)\\n)*))`, 'm'),
    `$1    ${line}\n`,
  );

/** Renames a local name in one function only. */
export const renameLocal = (heads, from, to) =>
  inBlock(
    heads,
    (lines) => {
      const pattern = new RegExp(`(?<![\\w."'])${from}\\b(?!["'(=]|\\s*=\\s*\\S+[,)])`, 'g');
      const changed = lines.map((line) => line.replace(pattern, to));
      return changed.join('\n') === lines.join('\n') ? null : changed;
    },
    (lines) => lines.filter((line) => line.includes(from)).join('\n'),
  );

/** Single quotes wherever that needs no escape. */
export const singleQuotes = onWhole((text) => {
  const changed = text.replace(/(?<!")"([^"'\\\n]*)"(?!")/g, "'$1'");
  return changed === text ? null : changed;
});

/** Writes short lists of one line over several, as a formatter with a magic comma does. */
export const explodeLists = onWhole((text) => {
  const changed = text.replace(/^( *)(\w+) = \[((?:"[^"\n]*"(?:, )?)+)\]$/gm, (_, indent, name, items) =>
    [`${indent}${name} = [`, ...items.split(', ').map((item) => `${indent}    ${item},`), `${indent}]`].join(
      '\n',
    ),
  );
  return changed === text ? null : changed;
});

export const addToList = (heads, name, item) =>
  insertIn(heads, new RegExp(`(^ *${name} = [\\[(](?:\\n\\s*)?)(?=["'\\]\\w])`, 'm'), (found) =>
    found.includes('\n') ? `${found}${item},${/\n\s*$/.exec(found)[0]}` : `${found}${item}, `,
  );

/** Adds an entry at the end of a list, on one line or on several. */
export const addLast = (heads, name, item) =>
  insertIn(
    heads,
    new RegExp(`^( *)(${name} = \\[[^\\]]*?)(,?)(\\s*)\\]`, 'm'),
    (_, indent, before, comma, space) =>
      space.includes('\n')
        ? `${indent}${before},\n${indent}    ${item},\n${indent}]`
        : `${indent}${before}, ${item}]`,
  );

/** Adds an argument after what a pattern finds, on the same line or on one of its own. */
export const addArgument = (heads, pattern, argument) =>
  insertIn(heads, pattern, (found) => {
    const space = /\(\s*$/.test(found) ? /\s*$/.exec(found)[0] : ' ';
    return `${found.trimEnd()}${space}${argument},${space || ' '}`;
  });
