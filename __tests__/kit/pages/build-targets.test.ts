import { describe, expect, it } from '@jest/globals';
import { codes, pagesOf, surface, ticket } from './page-specs.ts';

describe('actions', () => {
  const person = `surface person "Person":\n  uses entity User\n  mode: view\n  section main:\n    field name\n`;

  it('reach another entity through the ref at hand', () => {
    const action = '  action who "Who":\n    on click -> surface person\n';
    const model = pagesOf(ticket + person + surface('one', 'view', ['title'], action));
    expect(model.bySurface.one!.actions).toMatchObject([
      {
        control: 'link',
        scope: 'page',
        target: { surface: 'person', record: { kind: 'ref', field: 'owner' } },
      },
    ]);
  });

  it('stand beside each row of a list where their target needs a record', () => {
    const action = '  action open "Open":\n    on click -> surface one\n';
    const model = pagesOf(
      ticket + surface('one', 'view', ['title']) + surface('all', 'list', ['title'], action),
    );
    expect(model.bySurface.all!.actions).toMatchObject([
      { scope: 'row', target: { record: { kind: 'self' } } },
    ]);
  });

  it('lead to the list, with a warning, where no record is at hand', () => {
    const free =
      'surface hello "Hello":\n  mode: custom\n  section main:\n    field text\n  action go "Go":\n    on click -> surface one\n';
    const model = pagesOf(
      ticket + free + surface('one', 'view', ['title']) + surface('all', 'list', ['title']),
    );
    expect(model.freePages[0]!.actions).toMatchObject([{ target: { surface: 'all' } }]);
    expect(codes(model)).toEqual(['DZL363']);
  });

  it('say that an integration is not connected', () => {
    const more = `
service s "S":
  spec: url "https://s.example"
integration i "I":
  uses service s
  action pull:
    call service s
`;
    const action = '  action pull "Pull":\n    on click -> integration i action pull\n';
    const model = pagesOf(ticket + more + surface('all', 'list', ['title'], action));
    expect(model.bySurface.all!.actions).toMatchObject([{ target: { kind: 'integration', action: 'pull' } }]);
    expect(codes(model)).toEqual(['DZL364']);
  });
});

describe('an action that leads to an experience', () => {
  const walk = `experience walk "Walk":
  start at step look
  step look:
    kind: surface
    surface one
    on success -> step make
  step make:
    kind: surface
    surface add
`;
  const pages = `${surface('one', 'view', ['title'])}${surface('add', 'create', ['title'])}`;
  const action = (outcome: string) => `  action go "Go":\n    on click -> experience ${outcome}\n`;

  it.each([
    ['its start', 'walk', 'look', '/experiences/walk/'],
    ['a step', 'walk step make', 'make', '/experiences/walk/make/'],
  ])('knows the address of %s', (_, outcome, step, path) => {
    const model = pagesOf(`${ticket}${surface('from', 'view', ['title'], action(outcome))}${pages}${walk}`);
    expect(model.bySurface.from!.actions).toMatchObject([
      { target: { kind: 'experience', experience: 'walk', step, path, carriesRecord: true } },
    ]);
  });

  it.each([
    ['a list takes the record along where the step needs one', 'list', 'walk', true],
    ['a list takes none to a step that needs none', 'list', 'walk step make', false],
    ['a form for a new record has none to take along', 'create', 'walk', false],
  ])('%s', (_, mode, outcome, carriesRecord) => {
    const model = pagesOf(`${ticket}${surface('from', mode, ['title'], action(outcome))}${pages}${walk}`);
    expect(model.bySurface.from!.actions).toMatchObject([{ target: { carriesRecord } }]);
  });
});

describe('experiences', () => {
  it('know for each step what it needs and where it leads', () => {
    const text = `${ticket}
surface add_user "New user":
  uses entity User
  mode: create
  section main:
    field name
    field email
${surface('add', 'create', ['title', 'owner'])}${surface('one', 'view', ['title'])}
experience intake "Intake":
  start at step who
  step who:
    kind: surface
    surface add_user
    on success -> step what
  step what:
    kind: surface
    surface add
    on success -> step pay
    on cancel -> step who
  step pay:
    kind: process
    on success -> step show
  step show:
    kind: surface
    surface one
`;
    const model = pagesOf(text);
    const [experience] = model.experiences;
    expect(experience!.path).toBe('/experiences/intake/');
    expect(
      experience!.steps.map(({ name, page, needsRecord, success, cancel, prefills }) => ({
        name,
        page,
        needsRecord,
        success,
        cancel,
        prefills,
      })),
    ).toEqual([
      { name: 'who', page: 'create', needsRecord: false, success: 'what', cancel: null, prefills: [] },
      {
        name: 'what',
        page: 'create',
        needsRecord: false,
        success: 'pay',
        cancel: 'who',
        prefills: [{ field: 'owner', entity: 'User' }],
      },
      { name: 'pay', page: null, needsRecord: false, success: 'show', cancel: null, prefills: [] },
      { name: 'show', page: 'view', needsRecord: true, success: null, cancel: null, prefills: [] },
    ]);
    expect(codes(model)).toEqual(['DZL365']);
  });
});
