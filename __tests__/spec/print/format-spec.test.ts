import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatSpec } from '../../../lib/spec/print/format-spec.ts';
import { canonicalSpec, samples } from '../samples.ts';
import { declarationsOf } from '../syntax/report.ts';

const format = (text: string): string => formatSpec(text, 'app.dsl').text;

describe('formatSpec', () => {
  it('leaves a canonical spec as it is', () => {
    expect(formatSpec(canonicalSpec, 'app.dsl')).toEqual({ text: canonicalSpec, diagnostics: [] });
  });

  it('writes the first spelling of every alternative', () => {
    const text = `surface a:
    action go :
        outcome : surface b
entity B:
  id: uuid  pk
  n: str( 10 )? default='it\\'s \\"x\\" "y" \\d'
  e: email unique?
  s: enum[ a , b ] default = a
  unique: n,e
experience c:
  start: one
  step one:
    surface: a
    success → step two
    on failure -> step
  step two:
    kind: process
  step step:
    kind: process
service d:
  spec: 'x'
foreign_model E from d:
  key: id
  id: str(2)
integration f:
  uses foreign E
  action g:
    when surface a
    call d.x with:
      id ← form.id
  sync h:
    mode: event_driven
    match rules:
      id ↔ id
surface u:
  ux:
    for x:
      scope: ((A.b = None) AND (c = NULL)) OR NOT ( d IN [ 1,2 ] )
      defaults:
        a: None
workspace w:
  r:
    filter: x IS NOT null and y < 7_DAYS_AGO
    aggregate:
      n: COUNT(B WHERE (n = 1)) * (1 + 2) + ((3))
test t: 'Says so'
  action: get a b
`;
    expect(format(text)).toBe(`surface a:
  action go:
    on submit -> surface b
entity B:
  id: uuid pk
  n: str(10) optional = "it's \\"x\\" \\"y\\" \\d"
  e: email unique
  s: enum[a,b]=a
  unique n, e
experience c:
  start at step one
  step one:
    surface a
    on success -> step two
    on failure -> step step
  step two:
    kind: process
  step step:
    kind: process
service d:
  spec: url "x"
foreign_model E from d:
  key: id
  field id: str(2)
integration f:
  uses foreign_model E
  action g:
    when surface a submitted
    call d.x with:
      id <- form.id
  sync h:
    mode: event_driven
    match on:
      id <-> id
surface u:
  ux:
    for x:
      scope: A.b = null and c = null or not d in [1, 2]
      defaults:
        a: null
workspace w:
  r:
    filter: x is not null and y < 7_days_ago
    aggregate:
      n: count(B where n = 1) * (1 + 2) + 3
test t:
  "Says so"
  action: get a b
`);
  });

  it('keeps comments in their places and at most one blank line', () => {
    const text = `

#first


entity A :   # of the head

    # before id
    id: uuid pk#behind



    status: enum[ # the values
      open,
      # and this one
      closed
    ] # behind the bracket
      # deep
    # last of A
# before B

entity B:
    id: uuid pk


# end

`;
    expect(format(text)).toBe(`#first

entity A:  # of the head
  # before id
  id: uuid pk  #behind

  # the values
  # and this one
  status: enum[open,closed]  # behind the bracket
  # deep
  # last of A
# before B

entity B:
  id: uuid pk

# end
`);
  });

  it('writes \\n for \\r\\n, drops a byte order mark, and ends with one line end', () => {
    expect(format('\ufeffmodule a\r\n\r\n\r\napp b')).toBe('module a\n\napp b\n');
    expect(format('')).toBe('');
    expect(format('\n\n# only\n\n')).toBe('# only\n');
  });

  it('does not change a text with a syntax error, and says what is wrong', () => {
    const text = 'entity  A:\n  id: uuid requird\n';
    const formatted = formatSpec(text, 'app.dsl');
    expect(formatted.text).toBe(text);
    expect(formatted.diagnostics.map(({ code }) => code)).toEqual(['DZL110']);
  });

  it('keeps the meaning of every sample, and has nothing left to do the second time', () => {
    for (const sample of samples) {
      const once = format(sample);
      expect(declarationsOf(once)).toEqual(declarationsOf(sample));
      expect(format(once)).toBe(once);
    }
  });

  it('is idempotent and keeps the meaning of specs with lines removed, indented or commented', () => {
    const sample = fc.constantFrom(...samples);
    const edits = fc.array(fc.tuple(fc.nat(400), fc.constantFrom('', '# note', '\n', '   # deep', 'x')));
    fc.assert(
      fc.property(sample, edits, fc.integer({ min: 1, max: 5 }), (text, list, width) => {
        const lines = text
          .split('\n')
          .map((line) => line.replace(/^( {2})+/, (run) => ' '.repeat((run.length / 2) * width)));
        for (const [at, extra] of list) {
          if (extra === 'x') lines.splice(at, 1);
          else if (at < lines.length) lines[at] += extra === '\n' ? '\n\n' : `\n${extra}`;
        }
        const edited = lines.join('\n');
        const once = formatSpec(edited, 'app.dsl');
        if (once.diagnostics.length > 0) expect(once.text).toBe(edited);
        else {
          expect(format(once.text)).toBe(once.text);
          expect(declarationsOf(once.text)).toEqual(declarationsOf(edited));
        }
      }),
      { numRuns: 150 },
    );
  });
});
