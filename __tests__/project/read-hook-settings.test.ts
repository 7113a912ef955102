import { describe, expect, it } from '@jest/globals';
import { parse } from 'smol-toml';
import { createTableReader } from '../../lib/project/check-manifest.ts';
import { readHookSettings } from '../../lib/project/read-hook-settings.ts';

function read(text: string) {
  const reader = createTableReader(text, parse(text));
  const settings = readHookSettings(reader);
  return {
    settings,
    problems: reader.diagnostics.map(
      ({ place, code, message, fix }) => `${place!.line}:${place!.column} ${code} ${message} (${fix})`,
    ),
  };
}

describe('the settings of hooks', () => {
  it.each([
    ['', { preBuild: null, postBuild: null, skip: [], options: {} }],
    [
      '[hooks]\npre_build = ["look"]\npost_build = []\nskip = ["deploy"]\n',
      { preBuild: ['look'], postBuild: [], skip: ['deploy'], options: {} },
    ],
    [
      '[hooks.deploy]\ntimeout = 60\non_failure = "warn"\nenv = ["TOKEN"]\nhost = "a"\nports = ["1"]\n',
      {
        preBuild: null,
        postBuild: null,
        skip: [],
        options: {
          deploy: { timeout: 60, onFailure: 'warn', env: ['TOKEN'], values: { host: 'a', ports: ['1'] } },
        },
      },
    ],
  ])('of %j are read', (text, settings) => {
    expect(read(text)).toEqual({ settings, problems: [] });
  });

  it.each([
    ['[hooks]\nskipp = []\n', '2:1 DZL204 [hooks] has no key "skipp" (write "skip")'],
    [
      '[hooks]\ndeploy = 1\n',
      '2:1 DZL204 [hooks] has no key "deploy" (its keys are pre_build, post_build, skip; options of a hook stand in [hooks.<name>])',
    ],
    [
      '[hooks.deploy]\non_failure = "explode"\n',
      '2:14 DZL207 "on_failure" in [hooks.deploy] cannot be "explode" (write "abort" or "warn")',
    ],
    [
      '[hooks.deploy]\nenv = ["A", "not a name"]\n',
      '2:13 DZL207 "env" in [hooks.deploy] names variables, and "not a name" is no name of one (write env = ["DATABASE_URL"])',
    ],
  ])('of %j are refused', (text, problem) => {
    expect(read(text).problems).toEqual([problem]);
  });

  it('never show a value that stands where a name belongs', () => {
    const { problems } = read('[hooks.deploy]\nenv = ["TOKEN=s3cret"]\n');
    expect(problems).toEqual([
      '2:8 DZL207 "env" in [hooks.deploy] names variables, and "TOKEN=…" is no name of one (write "TOKEN": its value is taken from the shell)',
    ]);
  });
});
