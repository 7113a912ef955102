import { describe, expect, it } from '@jest/globals';
import { listUses } from '../../../lib/plan/code/list-uses.ts';

async function said(path: string, text: string): Promise<string[]> {
  return (await listUses(path, text)).map(
    ({ kind, text: name, owner }) => `${kind} ${name}${owner === null ? '' : ` of ${owner}`}`,
  );
}

describe('listing uses of names', () => {
  it('tells members, keywords and strings of Python apart', async () => {
    expect(await said('app/views.py', 'Plant.objects.filter(price=1)\nplant.price = "tall"\n')).toEqual([
      'bare Plant',
      'member objects of Plant',
      'member filter of objects',
      'keyword price of filter',
      'bare plant',
      'assigned price of plant',
      'quoted tall',
    ]);
  });

  it('tells keys, definitions and taken members of JavaScript apart', async () => {
    expect(await said('src/a.js', 'insert({ price: 1 }); z.object({ size: z.number() });\n')).toEqual([
      'key price of insert',
      'member object of z',
      'definition size of object',
      'member number of z',
    ]);
  });

  it('reads the code and the addresses of a page, and no comments', async () => {
    expect(await said('a.ejs', '<a href="/plants"><%= plant.price %></a><!-- <a href="/old"> -->')).toEqual([
      'member price of plant',
      'path /plants of href',
    ]);
    expect(await said('a.html', '{# {{ plant.old }} #}<input name="size">{{ plant.price }}')).toEqual([
      'quoted size of name',
      'member price of plant',
    ]);
  });

  it('lists none in a text that does not parse, and in other formats', async () => {
    expect(await said('app/views.py', 'def (:\n')).toEqual([]);
    expect(await said('notes.md', 'plant.price')).toEqual([]);
  });
});
