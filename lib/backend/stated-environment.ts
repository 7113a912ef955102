/** What commands need to be found, to start, and to find their own files. */
const machine = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'TMPDIR',
  'TMP',
  'TEMP',
  'LD_LIBRARY_PATH',
  'XDG_CONFIG_HOME',
  'XDG_CONFIG_DIRS',
  'XDG_CACHE_HOME',
  'XDG_DATA_HOME',
  // Programs on PATH may be shims of a version manager, which look here for the real ones.
  'PYENV_ROOT',
  'PYENV_VERSION',
  'VOLTA_HOME',
  'ASDF_DIR',
  'ASDF_DATA_DIR',
  'MISE_DATA_DIR',
  'NODENV_ROOT',
  'NODENV_VERSION',
];

const windows = [
  'SystemRoot',
  'SystemDrive',
  'windir',
  'ComSpec',
  'PATHEXT',
  'USERPROFILE',
  'USERNAME',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'ProgramData',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'CommonProgramFiles',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
];

const locale = /^(?:LANG|LANGUAGE|LC_\w+)$/;

const proxies = /^(?:https?|all|no)_proxy$/i;

const certificates = [
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'REQUESTS_CA_BUNDLE',
  'CURL_CA_BUNDLE',
  'NIX_SSL_CERT_FILE',
  'NODE_EXTRA_CA_CERTS',
];

/**
 * Where npm takes packages from, and with which credentials. Settings of one registry or scope have it in their name, as in
 * `npm_config_@acme:registry`.
 */
const npmRegistry =
  /^npm_config_(?:registry|userconfig|globalconfig|cache|proxy|https?_proxy|noproxy|ca|cafile|cert|key|strict_ssl|fetch_\w+|\/\/.*|@.*)$/i;

const tokens = ['NPM_TOKEN', 'NODE_AUTH_TOKEN', 'NETRC'];

/** Where pip takes packages from; not what it makes of them (`PIP_TARGET`, `PIP_REQUIRE_VIRTUALENV`, `PIP_NO_DEPS`…). */
const pipRegistry =
  /^PIP_(?:INDEX_URL|EXTRA_INDEX_URL|FIND_LINKS|NO_INDEX|TRUSTED_HOST|CONFIG_FILE|CERT|CLIENT_CERT|PROXY|CACHE_DIR|DEFAULT_TIMEOUT|TIMEOUT|RETRIES|KEYRING_PROVIDER)$/;

/** Variables of an environment, by name. */
export type Environment = Readonly<Record<string, string>>;

/**
 * The environment of every command that a hook runs: what the machine, its language, its proxies and its package registries
 * need, and the variables that `named` lists. Nothing else of the shell reaches it, so that what another project has set
 * (`DJANGO_SETTINGS_MODULE`, `DATABASE_URL`, `NODE_ENV`) has no part in a build.
 */
export function statedEnvironment(
  shell: Readonly<Record<string, string | undefined>>,
  named: readonly string[] = [],
  platform: NodeJS.Platform = process.platform,
): Environment {
  const isWindows = platform === 'win32';
  // Names of variables have no case on Windows.
  const fold = (name: string): string => (isWindows ? name.toUpperCase() : name);
  const known = new Set(
    [...machine, ...(isWindows ? windows : []), ...certificates, ...tokens, ...named].map(fold),
  );
  const patterns = [locale, proxies, npmRegistry, pipRegistry];
  const stated: Record<string, string> = {};
  for (const [name, value] of Object.entries(shell)) {
    const isStated = known.has(fold(name)) || patterns.some((pattern) => pattern.test(fold(name)));
    if (value !== undefined && isStated) stated[name] = value;
  }
  return stated;
}
