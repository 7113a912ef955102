import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { severities, type DiagnosticCode } from '../../../lib/diagnostics/severities.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';
import { samples } from '../samples.ts';

/** Loads a text as a whole spec and checks what holds for every text. */
function survive(text: string): void {
  const { spec, diagnostics } = loadSpec([{ file: 'app.dsl', text }]);
  const lines = text.split(/\r\n|\n|\r/).length;
  const odd = diagnostics.filter(({ code, severity, message, place, frame, fix }) => {
    const isPlaced = place !== undefined && place.line >= 1 && place.line <= lines && place.column >= 1;
    const isWorded = !/undefined|NaN|\[object/.test(`${message} ${fix}`.replaceAll(text, ''));
    return severities[code as DiagnosticCode] !== severity || !isPlaced || !isWorded || !frame || !fix;
  });
  expect(odd).toEqual([]);
  expect(spec === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
}

const words = [
  'entity',
  'ref',
  'Task',
  'step',
  'in',
  'not',
  '(',
  ')',
  '[',
  ']',
  ':',
  ',',
  '.',
  '"',
  "'",
  '->',
  '<-',
  '=',
  '\n',
  '\n  ',
  'was',
  'pk',
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(30),
  put: fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })),
});

describe('loading', () => {
  it('survives any edit of a spec, and every diagnostic has its place, frame and fix', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (text, edits) => {
          let edited = text;
          for (const { at, drop, put } of edits) {
            const offset = Math.floor(at * edited.length);
            edited = edited.slice(0, offset) + put + edited.slice(offset + drop);
          }
          survive(edited);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('survives lines of one spec in another, in any order', () => {
    const lines = samples.flatMap((text) => text.split('\n'));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 60 }), (chosen) =>
        survive(chosen.join('\n')),
      ),
      { numRuns: 200 },
    );
  });

  it('survives names that objects have anyway', () => {
    survive(
      'app toString "A"\nentity constructor "C":\n  __proto__: uuid pk\n  hasOwnProperty: ref constructor\nsurface __proto__ "P":\n  uses entity constructor\n  meta __proto__ = 1\n',
    );
  });
});

const shared = fileURLToPath(new URL('../../../../shared/specs/', import.meta.url));
const whenShared = existsSync(shared) ? it : it.skip; // only where the real specs lie beside the checkout

describe('real specs', () => {
  whenShared.each<[string[], string[]]>([
    [['support_tickets.dsl'], []],
    [['support_tickets_ux.dsl'], ['DZL183']],
    [['simple_task.dsl', 'simple_task_tests.dsl'], ['DZL193']],
    [['integrations.dsl'], []],
  ])('%j load with sensible warnings only', (files, codes) => {
    const sources = files.map((file) => ({ file, text: readFileSync(shared + file, 'utf8') }));
    const { spec, diagnostics } = loadSpec(sources);
    expect(spec).not.toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});
