import type { ActionModel } from './target-model.ts';

/** The actions that decide where a form leads once it is saved: no links, and no calls of integrations. */
export function leadingActions(actions: readonly ActionModel[]): readonly ActionModel[] {
  return actions.filter(({ control, target }) => control !== 'link' && target.kind !== 'integration');
}

/** Labels, by name, of the actions that call an integration (not connected yet); null: there are none. */
export function unconnectedLabels(actions: readonly ActionModel[]): Readonly<Record<string, string>> | null {
  const waiting = actions.filter(({ target }) => target.kind === 'integration');
  return waiting.length === 0 ? null : Object.fromEntries(waiting.map(({ name, label }) => [name, label]));
}
