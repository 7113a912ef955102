import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import type { DiskHookContext, HookResult, RunResult } from '../../backend/types.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';

/** Where a tool says that packages come from. */
export interface SourceAddress {
  readonly url: string;
  /** Whether a proxy that the tool is set to stands between. */
  readonly isProxied: boolean;
}

/** Where packages come from, and how the tool that fetches them tells that it gets on. */
export interface PackageSource {
  /** Reads the address from the tool's configuration, quietly; null where it cannot be told. */
  address(context: Pick<DiskHookContext<object>, 'run' | 'environment'>): Promise<SourceAddress | null>;
  /** Claims that the line is a sign of progress; a retry is none. */
  isProgress(line: string): boolean;
  /** What is shown of a line; null: nothing. */
  shows(line: string): string | null;
  /** The command that shows the address. */
  readonly command: string;
}

/** A watch over one run of `install_dependencies`. */
export interface SourceWatch {
  /** Runs a command as the context does, and listens. */
  readonly run: DiskHookContext<object>['run'];
  /** Names the source in the failure where it was silent to the end. */
  explain(failure: HookResult): HookResult;
  end(): void;
}

type WatchContext = Pick<
  DiskHookContext<object>,
  'run' | 'environment' | 'options' | 'report' | 'progress' | 'backendName'
>;

/**
 * Waits for the option `silence` (seconds) without progress: then the source is asked itself, and where it does not answer
 * DZL378 names it. Behind a proxy nobody can be asked, and what is said is only that nothing came.
 */
export function watchSource(source: PackageSource, context: WatchContext): SourceWatch {
  const silence = Number(context.options['silence'] ?? 30) * 1000;
  // The last third is for the answer.
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

/** Anything that is said back is an answer, a refusal of the certificate too. */
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

/** What a tool printed as `key=value` lines, without quotes; null where it failed. */
export function readSettings({ status, stdout }: RunResult): ReadonlyMap<string, string> | null {
  if (status !== 0) return null;
  const pairs = stdout.matchAll(/^(\S+?)\s*=\s*'?(.*?)'?\s*$/gm);
  return new Map([...pairs].map(([, key = '', value = '']) => [key, value]));
}
