import { expect, it } from '@jest/globals';
import { unusedConstructs } from '../../lib/kit/unused-constructs.ts';
import { loadSpec } from '../../lib/spec/load-spec.ts';

const text = `app a "A"
entity Thing "Thing":
  id: uuid pk
  name: str(9)
persona boss "Boss":
  goal: "order"
surface all "All":
  uses entity Thing
  mode: list
  section main:
    field name
  ux:
    attention warning:
      when: name = "x"
      message: "Look"
    for boss:
      scope: all
workspace desk "Desk":
  things:
    source: Thing
service s "S":
  spec: url "https://s.example"
experience tour "Tour":
  start at step look
  step look:
    kind: surface
    surface all
`;

it('names each construct that a backend leaves out, at its place', () => {
  const { spec } = loadSpec([{ file: 'a.dsl', text }]);
  const warnings = unusedConstructs(spec!, 'tiny', {
    personas: true,
    attention: true,
    workspaces: true,
    integrations: true,
    experiences: true,
  });
  expect(warnings.map(({ code, message, place }) => [code, message, place?.line])).toEqual([
    ['DZL366', 'persona boss is not made use of yet by tiny', 5],
    ['DZL366', 'attention warning of surface all is not made use of yet by tiny', 13],
    ['DZL366', '"for boss" of surface all is not made use of yet by tiny', 16],
    ['DZL366', 'workspace desk is not made use of yet by tiny', 18],
    ['DZL366', 'service s is not made use of yet by tiny', 21],
    ['DZL366', 'experience tour is not made use of yet by tiny', 23],
  ]);
  expect(unusedConstructs(spec!, 'tiny', {})).toEqual([]);
});
