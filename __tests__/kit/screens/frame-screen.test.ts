import { describe, expect, it } from '@jest/globals';
import { homeGroups, navigationLinks } from '../../../lib/kit/screens/frame-screen.ts';
import { pagesOf, surface, ticket } from '../pages/page-specs.ts';

const { home } = pagesOf(
  `${ticket}${surface('tickets', 'list', ['title'])}${surface('all', 'list', ['title'])}surface add_user "Add user":
  uses entity User
  mode: create
  section main:
    field email
    field name
surface contact "Contact":
  mode: custom
  section main:
    field message
experience start "Start":
  start at step one
  step one:
    kind: surface
    surface tickets
`,
);

describe('the frame', () => {
  it('has the lists, the pages and the experiences in its navigation, each with those below it', () => {
    expect(navigationLinks(home).map(({ path, below }) => [path, below])).toEqual([
      ['/tickets/', ['/tickets/all/']],
      ['/tickets/all/', []],
      ['/contact/', []],
      ['/experiences/start/', []],
    ]);
  });

  it('groups what the home page leads to, and leaves out empty groups', () => {
    const labels = homeGroups(home).map(({ title, links }) => [title, links.map(({ label }) => label)]);
    expect(labels).toEqual([
      [null, ['tickets', 'all']],
      ['Add', ['Add user']],
      ['Pages', ['Contact']],
      ['Step by step', ['Start']],
    ]);
    expect(homeGroups({ ...home, creates: [], free: [] }).map(({ title }) => title)).toEqual([
      null,
      'Step by step',
    ]);
  });
});
