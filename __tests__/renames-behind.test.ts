import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import djangoMicro from '../generators/django_micro/index.ts';
import expressMicro from '../generators/express_micro/index.ts';
import { commitPlan } from '../lib/commit/commit-plan.ts';
import { undoBuild } from '../lib/commit/undo.ts';
import { findRenaming } from '../lib/find-renaming.ts';
import { planUndo } from '../lib/plan/plan-undo.ts';
import { planResolve } from '../lib/plan/resolve.ts';
import { settlePlan } from '../lib/plan/settle-plan.ts';
import type { Settlement } from '../lib/plan/types.ts';
import type { BuildOutcome, BuildRequest } from '../lib/request.ts';
import { projectDir, read, run, useProject, write } from './support/build-project.ts';

useProject();

const clinic = (fields: string): string => `module shop.core
app shop "Clinic"

entity Visit "Visit":
  id: uuid pk
  code: str(20) required
${fields}
`;
const before = clinic('  name: str(120) required\n  phone: str(30)');
const swapped = clinic('  phone: str(120) required was=name\n  name: str(30) was=phone');
const onward = swapped.replace('  code:', '  vip: bool\n  code:');

const models = 'apps/django_micro/app/models.py';
const schema = 'apps/express_micro/src/db/schema.js';
const ofOld = 'return f"{self.name} ({self.phone})"';
const ofNew = 'return f"{self.phone} ({self.name})"';

function buildOver(spec: string, request: Partial<BuildRequest> = {}): Promise<BuildOutcome> {
  write('dsl/app.dsl', spec);
  return run({ diskHooks: false, ...request }, { of: [djangoMicro, expressMicro] });
}

async function resolve(settlement: Settlement): Promise<void> {
  const plan = await planResolve(projectDir, { findRenaming });
  await commitPlan(await settlePlan(plan, { policy: 'ask', settlement }));
}

function edit(file: string, change: (text: string) => string): void {
  const text = read(file);
  const edited = change(text);
  if (edited === text) throw new Error(`the edit of ${file} changes nothing`);
  write(file, edited);
}

function start(...backends: string[]): Promise<BuildOutcome> {
  const list = backends.map((name) => `"${name}"`).join(', ');
  write('dazzle.toml', `[project]\nname = "shop"\nroot = "shop.core"\n\n[stack]\nbackends = [${list}]\n`);
  return buildOver(before);
}

function addContact(): void {
  const method = `    def contact(self):\n        ${ofOld}\n\n`;
  edit(models, (text) => text.replace(/ {4}def __str__/, `${method}$&`));
}

/** Builds on, twice, and nothing is renamed any more. */
async function buildOn(): Promise<void> {
  for (const spec of [onward, onward]) {
    expect((await buildOver(spec)).status).toBe('done');
    expect(read(models)).toContain(ofNew);
  }
}

describe('a file that a renaming build left as it was', () => {
  /** Leaves markers of an earlier build in the file, over which the names swap. */
  async function swapOverMarkers(): Promise<void> {
    await start('django_micro');
    addContact();
    edit(models, (text) => text.replace('max_length=20', 'max_length=21'));
    await buildOver(before.replace('str(20)', 'str(25)'), { onConflict: 'markers' });
    expect(read(models)).toContain('<<<<<<<');
    for (const spec of [swapped, swapped]) {
      expect((await buildOver(spec.replace('str(20)', 'str(25)'))).unsettled).toEqual([models]);
      expect(read(models)).toContain(ofOld);
    }
  }

  it('follows once where the user takes the markers out', async () => {
    await swapOverMarkers();
    edit(models, (text) => text.replace(/<{7}.*\n([^]*?)\|{7}[^]*?>{7}.*\n/, '$1'));
    const { status } = await buildOver(swapped.replace('str(20)', 'str(25)'));
    expect([status, read(models).includes(ofNew)]).toEqual(['done', true]);
    expect((await buildOver(onward.replace('str(20)', 'str(25)'))).status).toBe('done');
    expect(read(models)).toContain(ofNew);
  });

  it('follows once after the markers were resolved', async () => {
    await swapOverMarkers();
    await resolve({ kind: 'keep' });
    expect(read(models)).toContain(ofOld);
    const { status } = await buildOver(swapped.replace('str(20)', 'str(25)'));
    expect([status, read(models).includes(ofNew)]).toEqual(['done', true]);
    expect((await buildOver(onward.replace('str(20)', 'str(25)'))).status).toBe('done');
    expect(read(models)).toContain(ofNew);
  });

  it('follows once when it is not ignored any more', async () => {
    await start('django_micro');
    addContact();
    write('.dazzleignore', `${models}\n`);
    await buildOver(swapped);
    expect(read(models)).toContain(ofOld);
    rmSync(join(projectDir, '.dazzleignore'));
    await buildOn();
  });
});

describe('a backend that did not run in the renaming build', () => {
  beforeEach(async () => {
    await start('django_micro', 'express_micro');
    addContact();
    edit(
      schema,
      (text) => `${text}\nexport const find = (text) => [like(visits.name, text), visits.phone];\n`,
    );
  });
  const followed = '[like(visits.phone, text), visits.name]';

  it('follows once when it runs', async () => {
    await buildOver(swapped, { backends: ['django_micro'] });
    expect(read(schema)).toContain('[like(visits.name, text), visits.phone]');
    await buildOver(onward, { backends: ['django_micro'] });
    await buildOver(onward);
    expect([read(schema).includes(followed), read(models).includes(ofNew)]).toEqual([true, true]);
    await buildOn();
    expect(read(schema)).toContain(followed);
  });

  it('keeps a shape of its own no longer than it needs it', async () => {
    const behind = (): string[] =>
      (JSON.parse(read('.dazzle/baseline/spec.json')) as { behind?: { paths: string[] }[] }).behind?.flatMap(
        ({ paths }) => paths,
      ) ?? [];
    await buildOver(swapped, { backends: ['django_micro'] });
    expect(behind()).toEqual(['apps/express_micro']);
    await buildOver(swapped, { backends: ['express_micro'] });
    expect(behind()).toEqual([]);
  });
});

describe('the kept renames', () => {
  it('goes back with an undo', async () => {
    await start('django_micro');
    addContact();
    await buildOver(swapped);
    await undoBuild(projectDir, {
      settle: async (request) => settlePlan(await planUndo(request), { policy: 'fail' }),
    });
    expect(read(models)).toContain(ofOld);
    await buildOn();
  });

  it('takes names that change places as carried out where an early version kept none', async () => {
    await start('django_micro');
    addContact();
    await buildOver(swapped);
    const { renames: _renames, ...shape } = (
      JSON.parse(read('.dazzle/baseline/spec.json')) as { shape: Record<string, unknown> }
    ).shape;
    write('.dazzle/baseline/spec.json', JSON.stringify({ dazzle: '0.9.0', shape }));
    await buildOn();
  });
});
