import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../../lib/index.ts'; // loaded before the commands load parts of it side by side, which jest cannot
import { run } from '../cli/support/run.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dazzle-messages-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function spec(field: string): string {
  return `app kiosk "Kiosk"\n\nentity Thing "Thing":\n  id: uuid pk\n  ${field}\n`;
}

function project(files: Readonly<Record<string, string>>): string {
  mkdirSync(join(cwd, 'dsl'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text);
  return cwd;
}

describe('a message about the whole build', () => {
  it('tells that a removed field and a new one are alike, where nobody can be asked (DZL426)', async () => {
    const toml = '[project]\nname = "kiosk"\n\n[modules]\npaths = ["./dsl"]\n\n[stack]\nname = "micro"\n';
    project({ 'dazzle.toml': toml, 'dsl/app.dsl': spec('full_name: str(80) required') });
    expect((await run(['build', '--yes', '--no-disk-hooks'], { cwd })).status).toBe(0);
    writeFileSync(join(cwd, 'dsl/app.dsl'), spec('fullname: str(80) required'));
    const { err } = await run(['build', '--yes', '--no-disk-hooks'], { cwd });
    expect(err).toContain(
      'dsl/app.dsl:5:3  warning DZL426  field "full_name" of entity Thing is gone and "fullname" is new and alike: ' +
        'taken as a removal and an addition',
    );
    expect(err).toContain('write was=full_name on "fullname"');
  });

  it('says what a reserved name becomes in Django (DZL370)', async () => {
    const toml = '[project]\nname = "kiosk"\n\n[modules]\npaths = ["./dsl"]\n\n[stack]\nname = "micro"\n';
    project({ 'dazzle.toml': toml, 'dsl/app.dsl': spec('from: str(80)') });
    const { err } = await run(['build', '--yes', '--no-disk-hooks'], { cwd });
    expect(err).toContain(
      'dsl/app.dsl:5:3  warning DZL370  field "from" of entity Thing cannot have this name in Django; ' +
        'it becomes the attribute from_field of the model Thing',
    );
  });

  it('says why a picture cannot be written (DZL520)', async () => {
    const toml = '[project]\nname = "kiosk"\n\n[modules]\npaths = ["./dsl"]\n\n[stack]\nname = "micro"\n';
    project({ 'dazzle.toml': toml, 'dsl/app.dsl': spec('name: str(80)'), taken: '' });
    const { status, err } = await run(['graph', '--out', 'taken/app.dot'], { cwd });
    expect(err).toContain('error DZL520  the picture cannot be written to');
    expect(status).toBe(1);
  });
});
