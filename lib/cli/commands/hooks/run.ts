import type { Backend, Hook } from '../../../backend/types.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError } from '../../../diagnostics/diagnostic.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { CommandRun } from '../../command.ts';
import { registryAround } from '../../project/open-project.ts';
import { writeJson } from '../../screen/json.ts';
import type { Channel } from '../../screen/terminal.ts';
import { listWidth } from '../../screen/text.ts';

/** Lists the hooks of the backends. */
export const run: CommandRun = async (context, [name], options) => {
  const { terminal } = context;
  const registry = await registryAround(context);
  if (name !== undefined && registry.find(name) === undefined) throw unknownBackend(name, registry.names);
  const backends = registry.backends.filter((backend) => name === undefined || backend.name === name);
  if (options.json === true) {
    writeJson(terminal.out, {
      hooks: backends.flatMap((backend) => backend.hooks.map((hook) => hookJson(backend, hook))),
    });
    return 0;
  }
  backends.forEach((backend, index) => {
    if (index > 0) terminal.out.line();
    showHooks(backend, terminal.out);
  });
  return 0;
};

function unknownBackend(name: string, known: readonly string[]): DazzleError {
  const near = suggest(name, known);
  return new DazzleError(
    diagnose('DZL513', {
      message: name === '' ? 'no backend is named' : `there is no backend "${name}"`,
      fix: near === undefined ? `choose one of ${known.join(', ')}` : `did you mean "${near}"?`,
    }),
  );
}

function hookJson(backend: Backend, hook: Hook): object {
  return {
    backend: backend.name,
    name: hook.name,
    description: hook.description,
    phase: hook.phase,
    runsOn: hook.runsOn,
    onFailure: failurePolicy(hook),
    timeout: timeoutOf(hook),
    essential: hook.essential === true,
    optIn: hook.optIn === true,
    after: hook.after ?? [],
    options: hook.options ?? {},
  };
}

function failurePolicy(hook: Hook): string {
  return hook.onFailure ?? (hook.phase === 'pre_build' ? 'abort' : 'warn');
}

function timeoutOf(hook: Hook): number {
  return hook.timeout ?? (hook.runsOn === 'tree' ? 60 : 600);
}

const stages = [
  { title: 'before generating', phase: 'pre_build', runsOn: 'tree' },
  { title: 'after generating, before anything is written', phase: 'post_build', runsOn: 'tree' },
  { title: 'when the files are in place', phase: 'post_build', runsOn: 'disk' },
] as const;

function showHooks(backend: Backend, out: Channel): void {
  const { bold, dim } = out.colours;
  out.line(bold(backend.name));
  const width = listWidth(out);
  const longest = Math.max(0, ...backend.hooks.map((hook) => hook.name.length));
  for (const { title, phase, runsOn } of stages) {
    const hooks = backend.hooks.filter(
      (hook) => hook.runsOn === runsOn && (runsOn === 'disk' || hook.phase === phase),
    );
    if (hooks.length === 0) continue;
    out.hang('  ', title, 4, { tint: dim, width });
    for (const hook of hooks) {
      const notes = [
        ...(hook.optIn === true ? ['only if named in dazzle.toml'] : []),
        ...(hook.essential === true ? ['off only by skip'] : []),
        ...(hook.options === undefined ? [] : [`options: ${Object.keys(hook.options).join(', ')}`]),
      ];
      const text = hook.description + (notes.length === 0 ? '' : ` (${notes.join('; ')})`);
      const indent = out.width < 60 ? 6 : longest + 6;
      out.hang(`    ${hook.name.padEnd(longest)}  `, text, indent, { width });
    }
  }
}
