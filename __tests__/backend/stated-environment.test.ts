import { describe, expect, it } from '@jest/globals';
import { statedEnvironment } from '../../lib/backend/stated-environment.ts';

/** The names that get through of an environment in which each has a value. */
function through(names: readonly string[], named: readonly string[] = []): string[] {
  const shell = Object.fromEntries(names.map((name) => [name, 'x']));
  return Object.keys(statedEnvironment(shell, named, 'linux'));
}

describe('the environment of hooks', () => {
  it('has what the machine, its language, proxies and package registries need', () => {
    const names = [
      'PATH',
      'HOME',
      'TMPDIR',
      'LANG',
      'LC_ALL',
      'https_proxy',
      'NO_PROXY',
      'SSL_CERT_FILE',
      'NODE_EXTRA_CA_CERTS',
      'npm_config_registry',
      'NPM_CONFIG_USERCONFIG',
      'npm_config_@acme:registry',
      'npm_config_//registry.example.com/:_authToken',
      'NPM_TOKEN',
      'PIP_INDEX_URL',
      'PIP_CONFIG_FILE',
      'PIP_FIND_LINKS',
      'PYENV_ROOT',
    ];
    expect(through(names)).toEqual(names);
  });

  it.each([
    'DJANGO_SETTINGS_MODULE',
    'DATABASE_URL',
    'NODE_ENV',
    'NODE_OPTIONS',
    'npm_config_omit',
    'NPM_CONFIG_PRODUCTION',
    'npm_config_prefix',
    'PIP_REQUIRE_VIRTUALENV',
    'PIP_TARGET',
    'PIP_NO_DEPS',
    'PYTHONPATH',
    'PYTHONHOME',
    'VIRTUAL_ENV',
    'GIT_DIR',
    'DEBUG',
    'SECRET_KEY',
  ])('has no %s, unless dazzle.toml names it', (name) => {
    expect(through([name])).toEqual([]);
    expect(through([name], [name])).toEqual([name]);
  });

  it('knows the names of Windows, however they are written', () => {
    const shell = { Path: 'C:\\', SYSTEMROOT: 'C:\\Windows', Node_Env: 'production' };
    expect(statedEnvironment(shell, [], 'win32')).toEqual({ Path: 'C:\\', SYSTEMROOT: 'C:\\Windows' });
  });
});
