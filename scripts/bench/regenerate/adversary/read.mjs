import { join } from 'node:path';
import ejs from 'ejs';
import { root } from './generate.mjs';
import { openLineProcess } from './line-process.mjs';
import { readCss, readJson, readLines, readYaml } from './read-data.mjs';
import { readJavascript } from './read-javascript.mjs';
import { readMarkup } from './read-markup.mjs';

const folder = join(root, 'scripts', 'bench', 'regenerate', 'adversary');

/**
 * Opens the readers of all languages. Each gives `{ error }` where the language's own rules refuse the text, or its tree,
 * `strict` and `loose` texts to compare by, comments, tokens, names that nothing binds and names defined twice.
 */
export function openReaders() {
  const processes = { python: openLineProcess('python3', ['-B', join(folder, 'read_python.py')]) };
  const known = new Map();
  const readers = {
    py: (text) => processes.python.ask({ text }),
    js: (text) => readJavascript(text),
    html: (text) => readMarkup(text, false),
    ejs: (text) => readView(text),
    css: (text) => readCss(text),
    json: (text) => readJson(text),
    yml: (text) => readYaml(text),
    yaml: (text) => readYaml(text),
  };
  return {
    async read(path, text) {
      const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
      const key = `${languageOf(path)} ${plain}`;
      if (!known.has(key)) {
        if (known.size > 400) known.clear();
        const reader = readers[languageOf(path)] ?? ((one) => readLines(path, one));
        known.set(key, await reader(plain));
      }
      return known.get(key);
    },
    close: () => Object.values(processes).forEach((one) => one.close()),
  };
}

export function languageOf(path) {
  const name = path.split('/').at(-1);
  return /\.(py|js|html|ejs|css|json|ya?ml|toml|md)$/.exec(name)?.[1] ?? 'lines';
}

function readView(text) {
  try {
    ejs.compile(text, { client: true, strict: false });
  } catch (error) {
    return { error: error.message };
  }
  return readMarkup(text, true);
}
