import type { IntegrationSpec } from '../app-spec.ts';
import { findDeclaration, type LinkContext } from './context.ts';
import { linkDeclared } from './entity.ts';
import { linkIntegrationAction } from './integration-action.ts';
import type { IntegrationPlace } from './integration-place.ts';
import type { Declaration } from './module.ts';
import { checkDistinct } from './once.ts';
import { linkSync } from './sync.ts';

/** An integration: the services and foreign models it uses, its actions and syncs. */
export function linkIntegration(
  context: LinkContext,
  declaration: Declaration<'integration'>,
): IntegrationSpec {
  const { syntax } = declaration;
  const owner = `integration ${syntax.name.text}`;
  const services = new Set<Declaration<'service'>>();
  const foreignModels = new Set<Declaration<'foreign_model'>>();
  for (const item of syntax.items) {
    if (item.kind === 'uses_service') {
      for (const name of item.names) {
        const found = findDeclaration(context, declaration, 'service', name, `${owner} uses service`);
        if (found !== null) services.add(found);
      }
    } else if (item.kind === 'uses_foreign_model') {
      for (const name of item.names) {
        const found = findDeclaration(
          context,
          declaration,
          'foreign_model',
          name,
          `${owner} uses foreign_model`,
        );
        if (found !== null) foreignModels.add(found);
      }
    }
  }
  const place: IntegrationPlace = { declaration, owner, services, foreignModels };
  const written = syntax.items.filter((item) => item.kind === 'iaction' || item.kind === 'sync');
  const parts = checkDistinct(context, declaration, written, (part) => part.name, 'actions or syncs', owner);
  return {
    ...linkDeclared(declaration),
    services: [...services].map((service) => service.name),
    foreignModels: [...foreignModels].map((model) => model.name),
    actions: parts.flatMap((part) =>
      part.kind === 'iaction' ? linkIntegrationAction(context, place, part) : [],
    ),
    syncs: parts.flatMap((part) => (part.kind === 'sync' ? linkSync(context, place, part) : [])),
  };
}
