import { expect, describe, it } from '@jest/globals';
import djangoMicro from '../generators/django_micro/index.ts';
import expressMicro from '../generators/express_micro/index.ts';
import { commitPlan } from '../lib/commit/commit-plan.ts';
import { findRenaming } from '../lib/find-renaming.ts';
import type { Backend } from '../lib/index.ts';
import { planResolve } from '../lib/plan/resolve.ts';
import { settlePlan } from '../lib/plan/settle-plan.ts';
import type { BuildOutcome } from '../lib/request.ts';
import { projectDir, read, run, useProject, write } from './support/build-project.ts';

useProject();

/** A spec of one entity with these fields, and a list of it. */
const clinic = (fields: string): string => `module shop.core
app shop "Clinic"

entity Visit "Visit":
  id: uuid pk
  code: str(20) required
${fields}

surface visit_list "Visits":
  uses entity Visit
  mode: list
  section main:
    field code "Code"
`;
const before = clinic('  name: str(120) required\n  phone: str(30)');
const swapped = clinic('  phone: str(120) required was=name\n  name: str(30) was=phone');
const swappedOn = `${swapped.replace('  code:', '  vip: bool\n  code:')}`;

const models = 'apps/django_micro/app/models.py';
const page = 'apps/express_micro/views/visit/visit_list.ejs';
const schema = 'apps/express_micro/src/db/schema.js';

/** Builds over a spec. */
function buildOver(of: Backend, spec: string): Promise<BuildOutcome> {
  write('dsl/app.dsl', spec);
  return run({ diskHooks: false }, { of });
}

async function start(of: Backend, spec: string): Promise<void> {
  write(
    'dazzle.toml',
    `[project]\nname = "shop"\nroot = "shop.core"\n\n[stack]\nbackends = ["${of.name}"]\n`,
  );
  await buildOver(of, spec);
}

/** Puts a method into the model. */
function addMethod(name: string, value: string): void {
  edit(models, (text) =>
    text.replace('\n    def __str__', `\n    def ${name}(self):\n        return ${value}\n\n    def __str__`),
  );
}

function edit(file: string, change: (text: string) => string): void {
  const text = read(file);
  const edited = change(text);
  if (edited === text) throw new Error(`the edit of ${file} changes nothing`);
  write(file, edited);
}

describe('a `was` that stays in the spec', () => {
  it('swaps names once, in the build that first declares it', async () => {
    await start(djangoMicro, before);
    addMethod('contact', 'f"{self.name} ({self.phone})"');
    await buildOver(djangoMicro, swapped);
    expect(read(models)).toContain('return f"{self.phone} ({self.name})"');
    addMethod('call', 'self.name + self.phone');
    for (const spec of [swapped, swappedOn, swappedOn]) {
      expect((await buildOver(djangoMicro, spec)).status).toBe('done');
      expect(read(models)).toContain('return f"{self.phone} ({self.name})"');
      expect(read(models)).toContain('return self.name + self.phone');
    }
    expect(read(models)).toContain('vip = ');
  });

  it('swaps names once in JavaScript and in pages', async () => {
    await start(expressMicro, before);
    edit(
      schema,
      (text) => `${text}\nexport const find = (text) => [like(visits.name, text), visits.phone];\n`,
    );
    const rows = (one: string, other: string): string =>
      `<% for (const each of list.records) { %><%= each.values.${one} %><%= each.values.${other} %><% } %>`;
    edit(page, (text) => text.replace("<%- include('/partials/foot", `${rows('name', 'phone')}\n$&`));
    await buildOver(expressMicro, swapped);
    expect(read(schema)).toContain('[like(visits.phone, text), visits.name]');
    expect(read(page)).toContain(rows('phone', 'name'));
    await buildOver(expressMicro, swappedOn);
    expect(read(schema)).toContain('[like(visits.phone, text), visits.name]');
    expect(read(page)).toContain(rows('phone', 'name'));
  });

  it('lets a chain of names follow once', async () => {
    await start(djangoMicro, clinic('  reason: str(200) required\n  price: decimal(8,2) min=0'));
    addMethod('brief', 'f"{self.reason}: {self.price}"');
    const chained = clinic('  price: str(200) required was=reason\n  fee: decimal(8,2) min=0 was=price');
    await buildOver(djangoMicro, chained);
    expect(read(models)).toContain('return f"{self.price}: {self.fee}"');
    addMethod('note', 'self.price.upper()');
    await buildOver(djangoMicro, chained.replace('  code:', '  urgent: bool\n  code:'));
    expect(read(models)).toContain('return f"{self.price}: {self.fee}"');
    expect(read(models)).toContain('return self.price.upper()');
  });

  it('says nothing of what the user writes after a plain rename', async () => {
    await start(djangoMicro, clinic('  price: decimal(8,2)\n  cost: decimal(8,2)'));
    const renamed = clinic('  fee: decimal(8,2) was=price\n  cost: decimal(8,2)');
    await buildOver(djangoMicro, renamed);
    addMethod('price', 'self.fee');
    edit(models, (text) => text.replace('cost = ', 'price = cost = '));
    const written = read(models);
    const { status, diagnostics } = await buildOver(djangoMicro, `${renamed}`);
    expect([status, diagnostics.filter(({ code }) => code === 'DZL414')]).toEqual(['done', []]);
    expect(read(models)).toBe(written);
  });

  it('is a rename again after it was taken out and declared anew', async () => {
    await start(djangoMicro, before);
    addMethod('contact', 'f"{self.name} ({self.phone})"');
    await buildOver(djangoMicro, swapped);
    await buildOver(djangoMicro, swapped.replaceAll(/ was=\w+/g, ''));
    expect(read(models)).toContain('return f"{self.phone} ({self.name})"');
    await buildOver(djangoMicro, clinic('  name: str(120) required was=phone\n  phone: str(30) was=name'));
    expect(read(models)).toContain('return f"{self.name} ({self.phone})"');
  });

  it('moves no file twice where entities swap their names', async () => {
    const two = (one: string, other: string): string => `module shop.core
app shop "Clinic"

entity ${one}:
  id: uuid pk
  kind: str(20) required

entity ${other}:
  id: uuid pk
  size: str(20) required
`;
    await start(expressMicro, two('Cat "Cat"', 'Dog "Dog"'));
    const file = (name: string): string => read(`apps/express_micro/src/models/${name}.js`);
    edit('apps/express_micro/src/models/cat.js', (text) => `${text}\n// of mine\n`);
    const swap = two('Dog "Dog" was Cat', 'Cat "Cat" was Dog');
    await buildOver(expressMicro, swap);
    expect([file('cat').includes('of mine'), file('dog').includes('of mine')]).toEqual([false, true]);
    await buildOver(expressMicro, swap.replace('  kind:', '  old: bool\n  kind:'));
    expect([file('cat').includes('of mine'), file('dog').includes('of mine')]).toEqual([false, true]);
  });

  it('is not carried out again while a conflict is open', async () => {
    await start(djangoMicro, before);
    addMethod('contact', 'f"{self.name} ({self.phone})"');
    const admin = 'apps/django_micro/app/admin.py';
    edit(models, (text) =>
      text.replace('code = models.CharField(max_length=20)', 'code = models.CharField(max_length=21)'),
    );
    edit(
      admin,
      (text) =>
        `${text}\n\nfrom .models import Visit  # noqa: E402\n\n\ndef tell(visit):\n    return [each.name for each in Visit.objects.all()]\n`,
    );
    const next = swapped.replace('str(20)', 'str(25)');
    const first = await buildOver(djangoMicro, next);
    expect([first.status, first.unsettled]).toEqual(['conflicts', [models]]);
    expect(read(models)).toContain('return f"{self.phone} ({self.name})"');
    const built = [read(models), read(admin)];
    expect(built[1]).toContain('[each.phone for each in Visit.objects.all()]');
    for (const spec of [next, next, next.replace('  code:', '  vip: bool\n  code:')]) {
      expect((await buildOver(djangoMicro, spec)).unsettled).toEqual([models]);
      expect(read(models)).toContain('return f"{self.phone} ({self.name})"');
      expect(read(admin)).toContain('[each.phone for each in Visit.objects.all()]');
    }
  });

  it.each(['keep', 'take'] as const)(
    'is done where a conflict in a renamed line is resolved: %s',
    async (kind) => {
      await start(djangoMicro, before);
      addMethod('contact', 'f"{self.name} ({self.phone})"');
      edit(models, (text) => text.replace('max_length=120', 'max_length=121'));
      const next = swapped.replace('str(120)', 'str(125)');
      expect((await buildOver(djangoMicro, next)).unsettled).toEqual([models]);
      const plan = await planResolve(projectDir, { findRenaming });
      await commitPlan(await settlePlan(plan, { policy: 'ask', settlement: { kind } }));
      const resolved = read(models);
      expect((await buildOver(djangoMicro, next)).status).toBe('done');
      expect(read(models)).toBe(resolved);
      await buildOver(djangoMicro, next.replace('  code:', '  vip: bool\n  code:'));
      expect(read(models).replace(/^ +vip = .*\n/m, '')).toBe(resolved);
    },
  );
});
