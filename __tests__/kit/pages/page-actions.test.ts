import { expect, it } from '@jest/globals';
import { leadingActions, unconnectedLabels } from '../../../lib/kit/pages/page-actions.ts';
import type { FreePage } from '../../../lib/kit/pages/page-model.ts';
import { pagesOf, surface, ticket } from './page-specs.ts';

const service = `service desk "Desk":
  spec: url "https://example.com"
integration help "Help":
  uses service desk
  action ask:
    call service desk
`;

it('tells apart the actions that lead on from those that wait for a service', () => {
  const model = pagesOf(
    `${ticket}${surface('tickets', 'list', ['title'])}surface contact "Contact":
  mode: custom
  section main:
    field message
  action send "Send":
    on submit -> surface tickets
  action ask "Ask":
    on submit -> integration help action ask
  action back "Back":
    on click -> surface tickets
${service}`,
  );
  const { actions } = model.bySurface['contact'] as FreePage;
  expect(leadingActions(actions).map(({ name }) => name)).toEqual(['send']);
  expect(unconnectedLabels(actions)).toEqual({ ask: 'Ask' });
  expect(unconnectedLabels(leadingActions(actions))).toBeNull();
});
