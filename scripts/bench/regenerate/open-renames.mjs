/** How a build of dazzle finds what a rename moves. */
export function openRenames({ pairRenames, readBaseline, plural, inWords }) {
  return {
    /** A rename with its plurals, as a build gives it to the merge. */
    addPlurals: (rename) => ({
      ...rename,
      plurals: [rename.from, rename.to].map((name) => plural(inWords(name))),
    }),

    /** The old path of each file that dazzle finds to have moved, by its new path. */
    pairFiles(base, { evolution, files, identities }) {
      const list = (version) =>
        Object.entries(version.identities).map(([path, identity]) => {
          const contents = Buffer.from(version.files[path] ?? '');
          return { path, identity, contents, base: { contents } };
        });
      const pairing = pairRenames(list(base), list({ files, identities }), evolution.moves ?? []);
      return new Map([...pairing].map(([path, entry]) => [path, entry.path]));
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
