import type { ScreenPart } from '../../../lib/kit/screens/screen-part.ts';
import type { ScreenPrinter } from '../../../lib/kit/screens/screen-printer.ts';

/** A part in one line: `link Edit -> /tickets/:id/edit/ (usual)`. */
function partText(part: ScreenPart): string {
  if (part.kind === 'link') return `link ${part.label} -> ${part.address.path} (${part.look})`;
  return `${part.isAlone ? 'send' : 'save'} ${part.label} as ${part.action} (${part.look})`;
}

/** Prints what stands on a page as words. */
export const asWords: ScreenPrinter = {
  part: partText,
  value: ({ field }, entity, where) => `${entity}.${field} in a ${where}`,
  link: ({ field }, entity, { path }) => `${entity}.${field} -> ${path}`,
  input: ({ field, input }) => `${input} ${field}`,
};
