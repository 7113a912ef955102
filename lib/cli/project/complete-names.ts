import { stackPresets } from '../../project/stacks.ts';
import { loadRegistry } from '../built-in-backends.ts';
import type { Completion } from '../command.ts';

/** The stacks, for a shell to complete. */
export function stackNames(): Completion[] {
  return Object.entries(stackPresets).map(([value, { summary }]) => ({ value, about: summary }));
}

/** The backends that come with dazzle, for a shell to complete. */
export async function backendNames(): Promise<Completion[]> {
  return (await loadRegistry()).backends.map(({ name, summary }) => ({ value: name, about: summary }));
}

/** The hooks of these backends, each once, for a shell to complete. */
export async function hookNames(): Promise<Completion[]> {
  const hooks = (await loadRegistry()).backends.flatMap((backend) => backend.hooks);
  const abouts = new Map(hooks.map(({ name, description }) => [name, description]));
  return [...abouts].map(([value, about]) => ({ value, about }));
}

/** The questions of these backends, up to the answer, for a shell to complete. */
export async function questionNames(): Promise<Completion[]> {
  const { backends } = await loadRegistry();
  return backends.flatMap((backend) =>
    backend
      .questions(null)
      .map(({ name, message }) => ({ value: `${backend.name}.${name}=`, about: message })),
  );
}
