import type { Program } from 'acorn';

/** Parses JavaScript by the language's own rules; undefined where an engine would refuse it. */
export type ParseJavaScript = (text: string) => Program | undefined;

/** Loads the parser at first need; texts are read as modules, else as scripts of CommonJS. */
export async function loadJavaScript(): Promise<ParseJavaScript> {
  const { parse } = await import('acorn');
  const attempt = (text: string, sourceType: 'module' | 'script'): Program | undefined => {
    try {
      return parse(text, {
        ecmaVersion: 'latest',
        sourceType,
        allowHashBang: true,
        allowReturnOutsideFunction: sourceType === 'script',
      });
    } catch {
      return undefined;
    }
  };
  let last: { text: string; program: Program | undefined } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, program: attempt(text, 'module') ?? attempt(text, 'script') };
    return last.program;
  };
}
