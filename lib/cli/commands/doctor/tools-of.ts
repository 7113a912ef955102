import type { Registry } from '../../../backend/registry.ts';
import { placeStack } from '../../../backend/stack-answers.ts';
import { stateFacts } from '../../../backend/state-facts.ts';
import type { Manifest } from '../../../project/manifest.ts';
import type { AppSpec } from '../../../spec/app-spec.ts';
import { loadSpec } from '../../../spec/load-spec.ts';
import type { WantedTool } from './check-tools.ts';

/** The tools that dazzle itself is used with. */
const own: readonly WantedTool[] = [
  {
    name: 'git',
    commands: ['git'],
    args: ['--version'],
    atLeast: null,
    isNeeded: false,
    usedFor: 'keeping the project and its baseline',
    install: 'install git (git-scm.com, or your package manager)',
  },
  {
    name: 'Docker',
    commands: ['docker'],
    args: ['--version'],
    atLeast: null,
    isNeeded: false,
    usedFor: 'containers',
    install: 'install Docker (docs.docker.com/get-docker) to build the generated images',
  },
];

/** The tools that the backends' facts state, and those of dazzle itself; the project needs those of the backends in its stack. */
export async function toolsOf(
  registry: Registry,
  manifest: Manifest | null,
  spec: AppSpec | null,
): Promise<readonly WantedTool[]> {
  const anySpec = spec ?? loadSpec([{ file: 'app.dsl', text: 'app app "App"\n' }]).spec!;
  const places = await placeStack(
    registry.backends,
    { spec: anySpec, manifest },
    manifest?.outputDir ?? 'apps',
    {},
  );
  const { facts } = stateFacts(anySpec, places);
  const needed = manifest?.stack.backends ?? [];
  const wanted = new Map<string, WantedTool>();
  for (const [backend, { tools }] of facts) {
    for (const tool of tools) {
      // `checkTools` looks at the Node.js that runs dazzle.
      if (tool.commands.includes('node')) continue;
      const earlier = wanted.get(tool.name);
      wanted.set(tool.name, {
        ...tool,
        isNeeded: needed.includes(backend) || earlier?.isNeeded === true,
        usedFor: earlier === undefined ? backend : `${earlier.usedFor}, ${backend}`,
      });
    }
  }
  return [...wanted.values(), ...own.filter(({ name }) => !wanted.has(name))];
}
