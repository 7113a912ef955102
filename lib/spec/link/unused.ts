import { complain, type LinkContext } from './context.ts';

/** Warns of entities that nothing refers to, shows, fills or tests. */
export function warnOfUnused(context: LinkContext): void {
  for (const { declaration } of context.entities.values()) {
    if (declaration.used) continue;
    const name = declaration.syntax.name.text;
    complain(
      context,
      declaration,
      'DZL189',
      declaration.syntax.name.span,
      `entity ${name} is not used: no surface shows it and nothing refers to it`,
      `add a surface with "uses entity ${name}", or remove the entity`,
    );
  }
}
