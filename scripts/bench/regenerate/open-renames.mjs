import { baseSpec } from './spec-model.mjs';

/** How a build of dazzle finds what a rename moves, and which names of the user's follow. */
export function openRenames({ pairRenames, readBaseline, followRenames, nameChanges, plural, inWords }) {
  const list = (version, backend) =>
    Object.entries(version.identities)
      .filter(([path]) => path.startsWith(backend))
      .map(([path, identity]) => {
        const contents = Buffer.from(version.files[path] ?? '');
        return { path, identity, contents, base: { contents }, backend: path.split('/')[0], once: null };
      });
  const before = shapeOf(baseSpec());

  return {
    /** A rename with its plurals, as a build gives it to the merge. */
    addPlurals: (rename) => ({
      ...rename,
      plurals: [rename.from, rename.to].map((name) => plural(inWords(name))),
    }),

    /** The old path of each file that dazzle finds to have moved, by its new path. */
    pairFiles(base, { evolution, files, identities }) {
      const pairing = pairRenames(list(base, ''), list({ files, identities }, ''), evolution.moves ?? []);
      return new Map([...pairing].map(([path, entry]) => [path, entry.path]));
    },

    /** What a build tells the merge of a file about the names that change; undefined where none does. */
    openFollow(base, { evolution, files, identities }) {
      const { renames = [], moves = [] } = evolution;
      const spec = baseSpec();
      evolution.change?.(spec);
      evolution.move?.(spec);
      const names = nameChanges(before, shapeOf(spec), [...renames, ...moves]);
      if (names === null) return () => undefined;
      const [entries, next] = [list(base, ''), list({ files, identities }, '')];
      const pairs = pairRenames(entries, next, moves);
      const follow = followRenames(names, [...renames, ...moves], { entries, next, pairs });
      return (path) => follow(entries.find((entry) => entry.path === path));
    },

    /** The identities in a project's baseline, by path. */
    async readIdentities(project) {
      const { entries } = await readBaseline(project);
      return Object.fromEntries(
        [...entries.values()].map(({ path, identity }) => [path.replace(/^apps\//, ''), identity]),
      );
    },
  };
}

/** A spec's shape, as the baseline keeps it. */
function shapeOf({ entities, surfaces }) {
  const typeOf = (type) => /^(?:ref|many) \w+|^\S+/.exec(type)[0];
  return {
    entities: Object.fromEntries(
      entities.map(({ name, fields }) => [
        name,
        Object.fromEntries(fields.map(([field, type]) => [field, typeOf(type)])),
      ]),
    ),
    surfaces: Object.fromEntries(
      surfaces.map(({ name, mode, entity, fields }) => [
        name,
        `${mode} ${entity}: ${fields.map(([field]) => field).join(', ')}`,
      ]),
    ),
  };
}
