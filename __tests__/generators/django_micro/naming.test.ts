import { describe, expect, it } from '@jest/globals';
import { djangoNames } from '../../../generators/django_micro/naming.ts';
import { specOf } from './generate.ts';

function attributesOf(dsl: string): Record<string, string> {
  const spec = specOf(dsl);
  const fields = djangoNames(spec).model(spec.entities[0]!.name).fields;
  return Object.fromEntries([...fields].map(([name, { attribute }]) => [name, attribute]));
}

describe('djangoNames', () => {
  it('leaves names alone that Django can bear', () => {
    const names = djangoNames(specOf('entity Ticket:\n  id: uuid pk\n  title: str(20)\n  type: str(5)\n'));
    expect(names.warnings).toEqual([]);
    expect(names.model('Ticket').className).toBe('Ticket');
    expect(names.field('Ticket', 'type')).toMatchObject({ attribute: 'type', column: null });
  });

  it.each([
    ['from', 'from_field', 'from'],
    ['class', 'class_field', 'class'],
    ['objects', 'objects_field', 'objects'],
    ['save', 'save_field', 'save'],
    ['check', 'check_field', 'check'],
    ['pk', 'pk_field', 'pk'],
    ['explain', 'explain_field', 'explain'],
    ['label_field', 'label_field_field', 'label_field'],
    ['a__b', 'a_b', 'a__b'],
    ['ends_', 'ends', 'ends_'],
    ['_hidden', 'hidden', '_hidden'],
    ['get_next_by_day', 'get_next_by_day_field', 'get_next_by_day'],
  ])('renames the field %s to %s and keeps the column %s', (name, attribute, column) => {
    const names = djangoNames(specOf(`entity Ticket:\n  key: uuid pk\n  ${name}: str(20)\n`));
    expect(names.field('Ticket', name)).toMatchObject({ attribute, column });
    expect(names.warnings).toMatchObject([
      {
        code: 'DZL370',
        severity: 'warning',
        message: expect.stringContaining(`"${name}"`),
        place: { line: 5 },
      },
    ]);
  });

  it('keeps the column of a renamed ref with its _id', () => {
    const names = djangoNames(
      specOf('entity Mail:\n  id: uuid pk\n  from: ref Person\n\nentity Person:\n  id: uuid pk\n'),
    );
    expect(names.field('Mail', 'from')).toMatchObject({ attribute: 'from_field', column: 'from_id' });
  });

  it('renames a field id that is not the key, which Django does not allow', () => {
    expect(attributesOf('entity Part:\n  code: str(5) pk\n  id: int\n')).toEqual({
      code: 'code',
      id: 'id_field',
    });
  });

  it('gives way to the attribute that a ref adds', () => {
    expect(
      attributesOf(
        'entity Post:\n  id: uuid pk\n  author_id: int\n  author: ref Person\n\nentity Person:\n  id: uuid pk\n',
      ),
    ).toEqual({ id: 'id', author_id: 'author_id_field', author: 'author' });
  });

  it('never takes a name away from a field that may keep it', () => {
    expect(attributesOf('entity Post:\n  id: uuid pk\n  from: int\n  from_field: int\n')).toEqual({
      id: 'id',
      from: 'from_field_2',
      from_field: 'from_field',
    });
  });

  it('tells columns apart that differ only in capitals', () => {
    const names = djangoNames(specOf('entity Post:\n  id: uuid pk\n  name: int\n  Name: int\n'));
    expect(names.field('Post', 'Name').attribute).toBe('Name_field');
  });

  it('renames models that would hide a class, and keeps their table', () => {
    const names = djangoNames(specOf('entity Model:\n  id: uuid pk\n\nentity User:\n  id: uuid pk\n'));
    expect(names.model('Model')).toMatchObject({ className: 'ModelRecord', table: 'app_model' });
    expect(names.model('User')).toMatchObject({ className: 'User', table: null });
  });

  it.each(['Prefetch', 'RecordForm', 'RecordListView'])(
    'renames the model %s, which views import',
    (name) => {
      const names = djangoNames(specOf(`entity ${name}:\n  id: uuid pk\n`));
      expect(names.model(name).className).toBe(`${name}Record`);
    },
  );

  it('names reverse relations so that none clashes', () => {
    const names = djangoNames(
      specOf(
        [
          'entity User:',
          '  id: uuid pk',
          '  tickets: int',
          '  manager: ref User',
          'entity Ticket:',
          '  id: uuid pk',
          '  user: ref User',
          '  created_by: ref User',
          '  parent: ref Ticket',
          '  watchers: many User',
        ].join('\n'),
      ),
    );
    const related = (field: string) => names.field('Ticket', field).relatedName;
    expect(['user', 'created_by', 'parent', 'watchers'].map(related)).toEqual([
      'tickets_set',
      'created_by_tickets',
      'children',
      'watchers_tickets',
    ]);
    expect(names.field('User', 'manager').relatedName).toBe('manager_users');
  });

  it.each([
    ['in_progress', 'InProgress'],
    ['httpLOG', 'HttpLOG'],
    ['_state', 'Xstate'],
    ['_', 'X'],
  ])('names the choices of %s', (field, choices) => {
    const names = djangoNames(specOf(`entity Task:\n  id: uuid pk\n  ${field}: enum[a,b]\n`));
    expect(names.field('Task', field)).toMatchObject({ choices });
  });

  it('names choices and their members', () => {
    const names = djangoNames(
      specOf('entity Task:\n  id: uuid pk\n  meta: enum[in_progress,_x,done]\n  Status: enum[a,A]\n'),
    );
    expect(names.field('Task', 'meta')).toMatchObject({ choices: 'MetaChoices' });
    expect([...names.field('Task', 'meta').members]).toEqual([
      ['in_progress', 'IN_PROGRESS'],
      ['_x', 'X'],
      ['done', 'DONE'],
    ]);
    expect(names.field('Task', 'Status').choices).toBe('StatusChoices');
    expect([...names.field('Task', 'Status').members.values()]).toEqual(['A', 'A_VALUE']);
  });
});
