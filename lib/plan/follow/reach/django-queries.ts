/** What a method of a queryset gives. */
type QueryResult = 'query' | 'instance' | 'pair' | 'rows' | 'row' | 'other';

/** How a method of a queryset reads its arguments. */
interface QueryMethod {
  readonly gives: QueryResult;
  /** Its keywords are lookups of fields. */
  readonly keywords: boolean;
  /** Its strings are names of fields. */
  readonly strings: boolean;
}

const method = (gives: QueryResult, keywords: boolean, strings: boolean): QueryMethod => ({
  gives,
  keywords,
  strings,
});

const methods: Readonly<Record<string, QueryMethod>> = {
  ...each(
    'all reverse none using select_for_update union intersection difference',
    method('query', false, false),
  ),
  ...each('filter exclude', method('query', true, false)),
  ...each('order_by distinct only defer select_related prefetch_related', method('query', false, true)),
  ...each('annotate alias', method('query', false, false)),
  ...each('values', method('rows', false, true)),
  ...each('values_list dates datetimes bulk_update bulk_create in_bulk', method('other', false, true)),
  ...each('aggregate', method('row', false, false)),
  ...each('iterator', method('query', false, false)),
  ...each('get create', method('instance', true, false)),
  ...each('first last', method('instance', false, false)),
  ...each('latest earliest', method('instance', false, true)),
  ...each('get_or_create update_or_create', method('pair', true, false)),
  ...each('update', method('other', true, false)),
  ...each('count exists delete explain', method('other', false, false)),
};

/** What Django knows of a method, or of its twin for coroutines (`aget`); undefined for methods that Django does not define. */
export function queryMethod(name: string): QueryMethod | undefined {
  if (Object.hasOwn(methods, name)) return methods[name];
  const plain = /^a([a-z]\w*)$/.exec(name)?.[1];
  return plain !== undefined && Object.hasOwn(methods, plain) ? methods[plain] : undefined;
}

function each(names: string, value: QueryMethod): Record<string, QueryMethod> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}

/** Expressions whose strings are no names of fields of the query at hand. */
export const plainExpressions: ReadonlySet<string> = new Set([
  'Value',
  'OuterRef',
  'RawSQL',
  'Subquery',
  'Exists',
]);

/** Expressions whose keywords are lookups. */
export const lookupExpressions: ReadonlySet<string> = new Set(['Q', 'When']);

/** Claims that the keywords of a function of Django's, or of a method of that name, are lookups. */
export function takesFields(name: string): boolean {
  return (
    lookupExpressions.has(name) ||
    /^a?get_(?:object|list)_or_404$/.test(name) ||
    Boolean(queryMethod(name)?.keywords)
  );
}

/** Keywords of expressions that hold names of fields, or expressions over them. */
export const fieldKeywords: ReadonlySet<string> = new Set(
  'fields include expressions expression order_by partition_by nulls_last'.split(' '),
);

/** Methods of a model's instances that take lists of fields. */
export const instanceMethods: ReadonlySet<string> = new Set(
  'save asave refresh_from_db arefresh_from_db full_clean clean_fields validate_unique'.split(' '),
);

/** Keywords of such methods, and of those of queries, that hold names of fields. */
export const fieldLists: ReadonlySet<string> = new Set(
  'fields update_fields unique_fields field_name defaults create_defaults exclude'.split(' '),
);

/** What the fields are listed under in the body of a class about a model. */
export const fieldSettings: ReadonlySet<string> = new Set(
  (
    'fields exclude ordering list_display list_display_links list_editable list_filter list_select_related search_fields readonly_fields ' +
    'autocomplete_fields raw_id_fields filter_horizontal filter_vertical date_hierarchy fk_name get_latest_by unique_together indexes constraints ' +
    'labels help_texts widgets error_messages field_classes localized_fields'
  ).split(' '),
);
