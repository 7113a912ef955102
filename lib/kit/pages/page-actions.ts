import type { ActionModel } from './target-model.ts';

/** The actions that say where a form leads when it is saved; those that call a service lead nowhere. */
export function leadingActions(actions: readonly ActionModel[]): readonly ActionModel[] {
  return actions.filter(({ control, target }) => control !== 'link' && target.kind !== 'integration');
}

/** Labels, by name, of the actions whose service is not connected; null where there are none. */
export function unconnectedLabels(actions: readonly ActionModel[]): Readonly<Record<string, string>> | null {
  const waiting = actions.filter(({ target }) => target.kind === 'integration');
  return waiting.length === 0 ? null : Object.fromEntries(waiting.map(({ name, label }) => [name, label]));
}
