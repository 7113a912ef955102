import type { ToolFact } from '../../backend/facts.ts';
import type { Answers, HookResult, TreeHook, TreeHookContext } from '../../backend/types.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/**
 * `validate_dependencies`: looks for the tools of the backend's facts. DZL340 where one is missing, DZL341
 * where it is too old: an error if a disk hook of this build needs the tool, else a warning.
 */
export function validateDependencies<A extends object = Answers>(): TreeHook<A> {
  return {
    name: 'validate_dependencies',
    description: 'looks for the tools that the application and its hooks need',
    phase: 'pre_build',
    runsOn: 'tree',
    async execute(context): Promise<HookResult> {
      const found = await Promise.all(
        context.facts.tools.map(async (tool) => ({ tool, version: await versionOf(tool, context) })),
      );
      const lacking: ToolFact[] = [];
      const diagnostics = found.flatMap(({ tool, version }) => {
        const lack = lackOf(tool, version, context.plannedDiskHooks);
        // Tools with the same commands (Python and its venv) are one program, which is reported once.
        if (lack === undefined || lacking.some((other) => isSameProgram(other, tool))) return [];
        lacking.push(tool);
        return [lack];
      });
      const isBad = diagnostics.some(({ severity }) => severity === 'error');
      const known = found
        .filter(({ version }) => version !== null)
        .map(({ tool, version }) => `${tool.name} ${version}`);
      return {
        success: !isBad,
        message: known.length === 0 ? 'no tool found' : `found ${known.join(', ')}`,
        diagnostics,
      };
    },
  };
}

function isSameProgram(one: ToolFact, other: ToolFact): boolean {
  return one.commands.join() === other.commands.join();
}

async function versionOf<A extends object>(
  tool: ToolFact,
  context: TreeHookContext<A>,
): Promise<string | null> {
  for (const command of tool.commands) {
    const { status, stdout, lastLines } = await context.run(command, tool.args);
    const version = /\d+(?:\.\d+)+/.exec(`${stdout}\n${lastLines.join('\n')}`)?.[0];
    if (status === 0 && version !== undefined) return version;
  }
  return null;
}

function lackOf(tool: ToolFact, version: string | null, planned: readonly string[]): Diagnostic | undefined {
  if (version !== null && compareVersions(version, tool.atLeast) >= 0) return undefined;
  const hook = tool.neededBy.find((name) => planned.includes(name));
  const found = version === null ? 'was not found' : `${version} was found`;
  const why = hook === undefined ? 'the application needs it' : `${hook} needs it`;
  return diagnose(version === null ? 'DZL340' : 'DZL341', {
    ...(hook === undefined ? { severity: 'warning' } : {}),
    message: `${tool.name} ${tool.atLeast} or newer is missing (${tool.name} ${found}); ${why}`,
    fix: hook === undefined ? tool.install : `${tool.install}, or build with --no-disk-hooks`,
  });
}

/** Negative where `a` is older than `b`; missing parts count as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < Math.max(left!.length, right!.length); index++) {
    const difference = (left![index] ?? 0) - (right![index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
