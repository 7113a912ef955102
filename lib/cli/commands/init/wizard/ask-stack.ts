import type { Registry } from '../../../../backend/registry.ts';
import { type StackPreset, stackPresets } from '../../../../project/stacks.ts';
import { loadRegistry } from '../../../built-in-backends.ts';
import type { CommandContext } from '../../../command.ts';
import { ask, back } from '../../../screen/prompt/ask.ts';
import { loadPrompts } from '../../../screen/prompt/load-prompts.ts';
import { wrapLines } from '../../../screen/text.ts';
import { chooseBackends, type ChosenStack } from '../choose-backends.ts';

/** Asks for a stack, showing what each makes; or for backends one by one. */
export async function askStack(
  context: CommandContext,
  current: ChosenStack | null,
): Promise<ChosenStack | typeof back> {
  const { checkbox, select } = await loadPrompts(context);
  const registry = await loadRegistry();
  const presets = Object.entries(stackPresets).filter(([, preset]) =>
    preset.backends.every((name) => registry.find(name) !== undefined),
  );
  const { width } = context.terminal.err;
  const narrow = width < 60;
  for (;;) {
    const choice = await ask(
      context,
      (at) =>
        select(
          {
            message: 'What shall be made of it?',
            choices: [
              ...presets.map(([name, preset]) => ({
                value: name,
                name: narrow ? name : `${name}: ${preset.summary}`,
                short: name,
                description: wrapLines(describePreset(preset, registry, narrow), width),
              })),
              { value: '', name: 'choose backends one by one', short: 'chosen backends' },
            ],
            ...(current !== null && 'preset' in current.stack ? { default: current.stack.preset } : {}),
            loop: false,
            pageSize: 10,
          },
          at,
        ),
      true,
    );
    if (choice === back) return back;
    if (choice !== '') return chooseBackends(choice, null);
    const names = await ask(
      context,
      (at) =>
        checkbox(
          {
            message: 'Which backends?',
            choices: registry.backends.map(({ name, summary }) => ({
              value: name,
              name,
              description: summary,
              checked: current?.backends.some((backend) => backend.name === name) ?? false,
            })),
            required: true,
            loop: false,
          },
          at,
        ),
      true,
    );
    if (names !== back) return chooseBackends(null, names);
  }
}

/** What a stack is, and what each of its backends makes. */
function describePreset(preset: StackPreset, registry: Registry, withSummary: boolean): string {
  const backends = preset.backends.map((name) => `  ${name}: ${registry.find(name)!.summary}`);
  return [...(withSummary ? [preset.summary] : []), ...backends].join('\n');
}
