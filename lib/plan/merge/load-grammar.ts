import { createRequire } from 'node:module';
import type * as Engine from 'web-tree-sitter';

/** A language whose files are read with a tree-sitter grammar. */
export type GrammarName = 'python' | 'javascript' | 'typescript' | 'tsx';

let starting: Promise<typeof Engine> | undefined;
const loading = new Map<GrammarName, Promise<Engine.Language>>();

/** Makes a parser for a language; the engine and each grammar are loaded once, at first need. */
export async function loadParser(name: GrammarName): Promise<Engine.Parser> {
  starting ??= startEngine();
  const engine = await starting;
  let language = loading.get(name);
  if (!language) {
    const { resolve } = createRequire(import.meta.url);
    language = engine.Language.load(resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`));
    loading.set(name, language);
  }
  const parser = new engine.Parser();
  parser.setLanguage(await language);
  return parser;
}

async function startEngine(): Promise<typeof Engine> {
  const engine = await import('web-tree-sitter');
  await engine.Parser.init();
  return engine;
}
