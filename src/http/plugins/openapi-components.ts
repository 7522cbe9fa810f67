/** A part of a JSON document. */
type Json = unknown;

/** An OpenAPI document, as far as its schemas are concerned. */
interface Documented {
  readonly components?: { readonly schemas?: Readonly<Record<string, Json>> };
}

const REF = '#/components/schemas/';
const INPUT = 'Input';

/**
 * Removes schemas without references: zod writes each schema twice, as input and as output. A schema keeps its plain name
 * where only one of the two is used.
 */
export function tidyComponents(document: object): Readonly<Record<string, unknown>> {
  const { components, ...rest }: Documented = document;
  const schemas = components?.schemas ?? {};
  const used = new Set<string>();
  const visit = (part: Json): void => {
    for (const name of refsIn(part)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(schemas[name]);
    }
  };
  visit(rest);
  const plain = (name: string) => {
    const short = name.endsWith(INPUT) ? name.slice(0, -INPUT.length) : name;
    return used.has(short) ? name : short;
  };
  const kept = Object.fromEntries([...used].toSorted().map((name) => [plain(name), schemas[name]]));
  const tidied = { ...document, components: { ...components, schemas: kept } };
  return JSON.parse(
    JSON.stringify(tidied, (key, value: Json) => {
      if (key === '$ref') return `${REF}${plain(nameOf(String(value)))}`;
      return key === 'properties' ? withoutDefaults(value) : value;
    }),
  );
}

/**
 * Moves each default of a field into its description: generators of clients take a field with a default for one that is
 * always there, also in requests, where the caller may leave it out.
 */
function withoutDefaults(fields: Json): Json {
  if (!isObject(fields)) return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      if (!isObject(field) || !('default' in field)) return [name, field];
      const { default: usual, description = '', ...rest } = field;
      return [name, { description: [description, `${JSON.stringify(usual)} by default`].filter(Boolean).join('; '), ...rest }];
    }),
  );
}

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (ref: string): string => ref.slice(REF.length);

/** The names of all schemas that a part refers to. */
function refsIn(part: Json): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === '$ref' && typeof value === 'string' ? [nameOf(value)] : refsIn(value)));
}
