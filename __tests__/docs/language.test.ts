import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { hasErrors } from '../../lib/diagnostics/diagnostic.ts';
import { loadSpec } from '../../lib/spec/load-spec.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pages = ['README.md', ...readdirSync(path.join(root, 'docs')).map((file) => `docs/${file}`)].filter(
  (file) => file.endsWith('.md'),
);

interface Block {
  readonly at: string;
  readonly text: string;
  readonly broken: boolean;
}

/** The ```dsl blocks of a page. */
function blocksOf(file: string): Block[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/^```dsl( broken)?\n([\s\S]*?)^```$/gm)].map((match) => ({
    at: `${file}:${text.slice(0, match.index).split('\n').length}`,
    text: match[2]!,
    broken: match[1] !== undefined,
  }));
}

const blocks = pages.flatMap(blocksOf);
const around = blocks.find(({ at }) => at.startsWith('docs/language.md'))!.text;

/** What is wrong with a block; one without an app is read as a second file beside the first block of docs/language.md. */
function problemsOf({ text }: Block): readonly string[] {
  const whole = /^app /m.test(text);
  const sources = whole
    ? [{ file: 'block.dsl', text }]
    : [
        { file: 'around.dsl', text: around },
        { file: 'block.dsl', text: `module club.core\n${text}` },
      ];
  const { diagnostics } = loadSpec(sources);
  return hasErrors(diagnostics)
    ? diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ code, message, place }) => `${place?.file}:${place?.line} ${code} ${message}`)
    : [];
}

describe('the examples in the docs', () => {
  it.each(blocks.filter(({ broken }) => !broken).map((block) => [block.at, block] as const))(
    'is a valid spec: %s',
    (_, block) => expect(problemsOf(block)).toEqual([]),
  );

  it.each(blocks.filter(({ broken }) => broken).map((block) => [block.at, block] as const))(
    'is a mistake, as it says: %s',
    (_, block) => expect(problemsOf(block)).not.toEqual([]),
  );
});
