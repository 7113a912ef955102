import type { LineFormat } from './outline-lines.ts';
import type { ReadOutline } from './unit.ts';

/** Loads what reads a format into units. */
type LoadOutline = () => Promise<ReadOutline>;

const javascript: LoadOutline = async () =>
  (await import('./outline-javascript.ts')).outlineJavaScript('javascript');
const typescript: LoadOutline = async () =>
  (await import('./outline-javascript.ts')).outlineJavaScript('typescript');
const json: LoadOutline = async () => (await import('./outline-json.ts')).outlineJson;
const yaml: LoadOutline = async () => (await import('./outline-yaml.ts')).outlineYaml();
const html: LoadOutline = async () => {
  const { outlineHtml } = await import('./outline-html.ts');
  const { readTemplateNames } = await import('../../code/template-names.ts');
  return (text) => ({ ...outlineHtml(text), names: () => readTemplateNames(text) });
};
const lines =
  (format: LineFormat): LoadOutline =>
  async () =>
    (await import('./outline-lines.ts')).outlineLines(format);

const byExtension: Readonly<Record<string, LoadOutline>> = {
  py: async () => (await import('./outline-python.ts')).outlinePython(),
  js: javascript,
  mjs: javascript,
  cjs: javascript,
  jsx: javascript,
  ts: typescript,
  mts: typescript,
  cts: typescript,
  tsx: async () => (await import('./outline-javascript.ts')).outlineJavaScript('tsx'),
  json,
  yaml,
  yml: yaml,
  toml: async () => (await import('./outline-toml.ts')).outlineToml(),
  html,
  htm: html,
  ejs: async () => (await import('./outline-ejs.ts')).outlineEjs(),
};

const byName: readonly (readonly [RegExp, LoadOutline])[] = [
  [/^\.env(\..+)?$/, lines('environment')],
  [/^(requirements|constraints).*\.(txt|in)$/, lines('requirements')],
  [/^Procfile(\..+)?$/, lines('processes')],
  [/^\.\w+ignore$/, lines('patterns')],
];

/** Finds what reads the file at a path into units; undefined where only lines are known. */
export function chooseOutline(path: string): LoadOutline | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const named = byName.find(([pattern]) => pattern.test(name));
  return named?.[1] ?? byExtension[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
}
