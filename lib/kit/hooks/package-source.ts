import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import type { DiskHookContext, HookResult, RunResult } from '../../backend/types.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';

/** The address from which a package manager downloads packages. */
export interface SourceAddress {
  readonly url: string;
  /** True where the package manager's configuration sets a proxy. */
  readonly isProxied: boolean;
}

/** What it takes to watch a package manager's downloads: its address, and which lines mean progress. */
export interface PackageSource {
  /** Reads the address from the tool's configuration, without showing output; null where it is unknown. */
  address(context: Pick<DiskHookContext<object>, 'run' | 'environment'>): Promise<SourceAddress | null>;
  /** Claims that an output line means progress; a line about a retry does not. */
  isProgress(line: string): boolean;
  /** What the person sees of an output line; null: nothing. */
  shows(line: string): string | null;
  /** The command by which a person sees the address, e.g. `npm config get registry`. */
  readonly command: string;
}

/** A watch over one run of `install_dependencies`. */
export interface SourceWatch {
  /** Runs a command as the context's `run` does, and watches its output for progress. */
  readonly run: DiskHookContext<object>['run'];
  /** Returns the failure; where nothing came from the source to the end, the failure names the source. */
  explain(failure: HookResult): HookResult;
  end(): void;
}

type WatchContext = Pick<
  DiskHookContext<object>,
  'run' | 'environment' | 'options' | 'report' | 'progress' | 'backendName'
>;

/**
 * Watches for `silence` seconds (the hook's option; 0: never) without progress. After two thirds of that time
 * it sends a request to the source itself, and reports DZL378 once where the source does not answer. Behind a
 * proxy no request is sent, and DZL378 only says that nothing arrives.
 */
export function watchSource(source: PackageSource, context: WatchContext): SourceWatch {
  const silence = Number(context.options['silence'] ?? 30) * 1000;
  // The last third of the time is left for the answer to the request.
  const patience = (silence * 2) / 3;
  const ended = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let lines = 0;
  let isTold = false;
  let silent: string | null = null;

  const arm = (): void => {
    clearTimeout(timer);
    if (silence > 0 && !ended.signal.aborted) timer = setTimeout(() => void look(), patience).unref();
  };
  const look = async (): Promise<void> => {
    const before = lines;
    const address = await source.address(context).catch(() => null);
    if (address === null) return arm();
    const { host } = new URL(address.url);
    const isProxied = address.isProxied || hasProxy(context.environment);
    const answers = !isProxied && (await doesAnswer(address.url, silence - patience, ended.signal));
    if (ended.signal.aborted || lines !== before) return;
    if (answers) return arm();
    silent = isProxied ? `nothing came from ${host} through the proxy` : `${host} did not answer`;
    context.progress(`waiting for ${host}`);
    if (isTold) return;
    isTold = true;
    const what = isProxied ? 'from which nothing comes through the proxy' : 'which does not answer';
    context.report(
      diagnose('DZL378', {
        message: `install_dependencies of ${context.backendName} has waited ${silence / 1000} seconds for ${host}, ${what}`,
        fix: `${adviceOf(source)}; it goes on waiting until its timeout, and Ctrl-C stops it`,
      }),
    );
  };

  return {
    async run(command, args, options = {}) {
      arm();
      return context.run(command, args, {
        ...options,
        shows(line) {
          if (source.isProgress(line)) {
            lines++;
            silent = null;
            arm();
          }
          return source.shows(line);
        },
      });
    },
    explain(failure) {
      if (silent === null) return failure;
      const at = silent;
      const fix = `${adviceOf(source)}, then build again`;
      const diagnostics = failure.diagnostics?.map((each) => ({
        ...each,
        message: `${each.message}; ${at}`,
        fix,
      }));
      return {
        ...failure,
        ...(diagnostics === undefined ? {} : { diagnostics }),
        stuck: { at, fix },
      };
    },
    end() {
      ended.abort();
      clearTimeout(timer);
    },
  };
}

function adviceOf({ command }: PackageSource): string {
  return `look at the network, and whether the address is right (${command})`;
}

function hasProxy(environment: Readonly<Record<string, string>>): boolean {
  return Object.entries(environment).some(
    ([name, value]) => /^(?:https?|all)_proxy$/i.test(name) && value !== '',
  );
}

/**
 * Sends a request, and waits at most `limit` milliseconds. Any response counts as an answer; so does a TLS or
 * HTTP parse error, which shows that a server is there.
 */
function doesAnswer(address: string, limit: number, ended: AbortSignal): Promise<boolean> {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  const get = url.protocol === 'http:' ? getHttp : getHttps;
  const signal = AbortSignal.any([ended, AbortSignal.timeout(limit)]);
  return new Promise((resolve) => {
    get(url, { signal }, (response) => {
      response.destroy();
      resolve(true);
    }).on('error', ({ code = '' }: NodeJS.ErrnoException) => resolve(/TLS|SSL|CERT|SIGN|HPE_/.test(code)));
  });
}

/** The `key=value` lines of a command's output, the values without quotes; null where the command failed. */
export function readSettings({ status, stdout }: RunResult): ReadonlyMap<string, string> | null {
  if (status !== 0) return null;
  const pairs = stdout.matchAll(/^(\S+?)\s*=\s*'?(.*?)'?\s*$/gm);
  return new Map([...pairs].map(([, key = '', value = '']) => [key, value]));
}
