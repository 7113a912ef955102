import type { DottedSyntax } from '../syntax/ast.ts';
import { complain, isExcused, type LinkContext, lookUp, namesIn, nearest } from './context.ts';
import type { Scope } from './module.ts';

/** The surface or experience that a page's action leads to; null with a warning where it names nothing. */
export function linkPageAction(
  context: LinkContext,
  scope: Scope,
  target: DottedSyntax,
  subject: string,
): string | null {
  const found = lookUp(context, scope, 'surface', target) ?? lookUp(context, scope, 'experience', target);
  if (found !== null) return found.name;
  if (isExcused(context, scope, 'surface', target)) return null;
  const visible = [scope.module, ...scope.module.uses.flatMap((use) => use.target ?? [])];
  const near = nearest(context, target.text, namesIn(visible, ['surface', 'experience']));
  complain(
    context,
    scope,
    'DZL183',
    target.span,
    `${subject} names "${target.text}", which is neither a surface nor an experience; it is left off the page`,
    near === undefined ? `add a surface ${target.text}, or remove the action` : `write "${near}"`,
  );
  return null;
}
