import { describe, expect, it } from '@jest/globals';
import { plannedBackends, chooseStack } from '../../lib/project/stacks.ts';

const known = { backends: ['django_micro', 'express_micro', 'shop_plugin'] };
const manifest = { stack: { preset: 'micro', backends: ['django_micro'] } };

describe('chooseStack', () => {
  it.each([
    ['the manifest', { stack: null, backends: null }, 'micro', ['django_micro']],
    [
      '--stack over the manifest',
      { stack: 'express_micro', backends: null },
      'express_micro',
      ['express_micro'],
    ],
    [
      '--backends over both',
      { stack: 'micro', backends: ['shop_plugin', 'django_micro', 'shop_plugin'] },
      null,
      ['shop_plugin', 'django_micro'],
    ],
  ])('takes %s', (_, override, preset, backends) => {
    expect(chooseStack(manifest, known, override)).toEqual({ preset, backends, diagnostics: [] });
  });

  it.each([
    [
      { stack: 'mirco', backends: null },
      'DZL211',
      '--stack names the stack "mirco", which does not exist',
      'write "micro"',
    ],
    [
      { stack: null, backends: ['django_mirco'] },
      'DZL212',
      '--backends names the backend "django_mirco", which does not exist',
      'write "django_micro"',
    ],
    [
      { stack: null, backends: ['infra_docker'] },
      'DZL213',
      '--backends needs the backend "infra_docker", which is not available in this version of dazzle',
      'leave it out: --backends with some of django_micro, express_micro, shop_plugin',
    ],
    [
      { stack: null, backends: [] },
      'DZL215',
      '--backends names no backend, so there is nothing to build',
      'name at least one of django_micro, express_micro, shop_plugin',
    ],
  ])('refuses %j', (override, code, message, fix) => {
    expect(chooseStack(manifest, known, override).diagnostics).toEqual([
      { code, severity: 'error', message, fix },
    ]);
  });

  it('says which backend of a preset is not available', () => {
    const { diagnostics } = chooseStack(
      manifest,
      { backends: ['openapi', 'django_api'] },
      { stack: 'api_only', backends: null },
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'the stack "api_only" needs the backend "infra_docker", which is not available in this version of dazzle',
    ]);
  });

  it('knows every backend of the presets', () => {
    expect(plannedBackends).toEqual([
      'django_micro',
      'express_micro',
      'django_api',
      'openapi',
      'infra_docker',
      'infra_terraform',
    ]);
  });
});
