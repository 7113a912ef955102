// Holds measured numbers against the allowed ones, and lays them out as a table.

/**
 * `measures` is a list of `{ key, title, now, target }`, `allowed` a number by key. Gives the lines of the table, each
 * number that is `above` its allowed one, and each that is `below` it and could be lowered there.
 */
export function compareWithAllowed(measures, allowed) {
  const rows = [
    ['', 'now', 'allowed', 'target'],
    ...measures.map(({ key, title, now, target }) => [title, `${now}`, `${allowed[key]}`, `${target}`]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return {
    table: rows.map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  '),
    ),
    above: measures.filter(({ key, now }) => now > allowed[key]),
    below: measures.filter(({ key, now }) => now < allowed[key]),
  };
}
