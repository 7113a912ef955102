import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it } from '@jest/globals';
import { patternCost } from '../../lib/spec/link/pattern-cost.ts';

const templates = path.resolve(import.meta.dirname, '../../templates');

/** The templates of a kind of file, by path; what they are rendered with is left out. */
function filesOf(ending: string): [string, string][] {
  return readdirSync(templates, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) || file.endsWith(`${ending}.ejs`))
    .map((file) => [file, readFileSync(path.join(templates, file), 'utf8').replace(/<%[\s\S]*?%>/g, '0')]);
}

/** The expressions that a JavaScript file writes out. */
function javascriptExpressions(text: string): string[] {
  const options = { ecmaVersion: 'latest', sourceType: 'module' } as const;
  const found: string[] = [];
  try {
    parse(text, {
      ...options,
      onToken: (token) => {
        const { value } = token as unknown as { value?: { pattern?: string } };
        if (typeof value?.pattern === 'string') found.push(value.pattern);
      },
    });
    return found;
  } catch {
    // Without what a template is rendered with it may be no program; its words still are words.
    return [
      ...text.matchAll(
        /(?<=[(=,:!&|?]\s*)\/(?![/*])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[dgimsuvy]*/g,
      ),
    ].map(([, pattern]) => pattern!);
  }
}

/** The expressions that a Python file writes out; what is filled into one stands for itself. */
function pythonExpressions(text: string): string[] {
  return [...text.matchAll(/\bre\.\w+\(\s*[rf]*"((?:[^"\\]|\\.)*)"/g)].map(([, pattern]) =>
    pattern!.replace(/\{[^},\d][^}]*\}/g, 'x'),
  );
}

/** What an expression costs: where it is written for flags other than `u`, as what it means there. */
function costOf(pattern: string): number | null {
  const unicode = pattern.replace(/\\([^])/g, (whole, sign: string) =>
    /[\w^$\\.*+?()[\]{}|/-]/.test(sign) ? whole : sign,
  );
  return patternCost(unicode);
}

describe('The regular expressions of generated applications', () => {
  const expressions = [
    ...filesOf('.js').flatMap(([file, text]) =>
      javascriptExpressions(text).map((each) => [file, each] as const),
    ),
    ...filesOf('.py').flatMap(([file, text]) => pythonExpressions(text).map((each) => [file, each] as const)),
  ];

  it('are found', () => {
    expect(expressions.length).toBeGreaterThan(25);
    expect(expressions.some(([file]) => file.includes('fields.js'))).toBe(true);
    expect(expressions.some(([file]) => file.endsWith('.py.ejs'))).toBe(true);
  });

  it('grow in step with what is sent', () => {
    const costly = expressions.filter(([file, pattern]) => {
      const isSent = file.includes('/src/') && !file.includes('/src/db/');
      return isSent && (costOf(pattern) ?? Infinity) > 1;
    });
    expect(costly).toEqual([]);
  });

  it('never grow beyond the square of anything', () => {
    expect(expressions.filter(([, pattern]) => (costOf(pattern) ?? Infinity) > 2)).toEqual([]);
  });
});
