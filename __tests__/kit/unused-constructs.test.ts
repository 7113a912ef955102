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
`;

it('names each construct that a backend leaves out, at its place', () => {
  const { spec } = loadSpec([{ file: 'a.dsl', text }]);
  const warnings = unusedConstructs(spec!, 'tiny', {
    personas: true,
    attention: true,
    workspaces: true,
    integrations: true,
  });
  expect(warnings.map(({ code, message, place }) => [code, message, place?.line])).toEqual([
    ['DZL366', 'tiny does not make use of persona boss yet', 5],
    ['DZL366', 'tiny does not make use of attention warning of surface all yet', 13],
    ['DZL366', 'tiny does not make use of "for boss" of surface all yet', 16],
    ['DZL366', 'tiny does not make use of workspace desk yet', 18],
    ['DZL366', 'tiny does not make use of service s yet', 21],
  ]);
  expect(unusedConstructs(spec!, 'tiny', {})).toEqual([]);
});
