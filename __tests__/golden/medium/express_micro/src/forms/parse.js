/**
 * Reads the fields of a schema from what was sent: `values` of those that are right, `errors` of the others, one message
 * a field. Messages continue the field's name: "is required".
 */
export function parseForm(schema, input) {
  const given = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, input[name]]));
  const result = schema.safeParse(given);
  if (result.success) return { values: result.data, errors: Object.create(null) };
  const errors = Object.create(null);
  for (const issue of result.error.issues) errors[issue.path[0]] ??= issue.message;
  const values = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    if (name in errors) continue;
    values[name] = field.parse(given[name]);
  }
  return { values, errors };
}
