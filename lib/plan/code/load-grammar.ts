import { createRequire } from 'node:module';
import type * as Engine from 'web-tree-sitter';

/** A language whose files are read with a tree-sitter grammar. */
export type GrammarName = 'python' | 'javascript' | 'typescript' | 'tsx';

let starting: Promise<typeof Engine> | undefined;
const parsers = new Map<GrammarName, Promise<Engine.Parser>>();

/** Gives the parser of a language; the engine and each grammar are loaded once, at first need. */
export function loadParser(name: GrammarName): Promise<Engine.Parser> {
  let parser = parsers.get(name);
  if (!parser) parsers.set(name, (parser = startParser(name)));
  return parser;
}

async function startParser(name: GrammarName): Promise<Engine.Parser> {
  starting ??= startEngine();
  const engine = await starting;
  const { resolve } = createRequire(import.meta.url);
  const parser = new engine.Parser();
  parser.setLanguage(
    await engine.Language.load(resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`)),
  );
  return parser;
}

async function startEngine(): Promise<typeof Engine> {
  const engine = await import('web-tree-sitter');
  await engine.Parser.init();
  return engine;
}
