import { Compile } from "typebox/compile";

const texts = ["x", "main", "2030-01-01T00:00:00Z", "a".repeat(64)];

/** The least value that a schema accepts. */
export function sample(schema) {
  if (schema.const !== undefined) {
    return schema.const;
  }
  if (schema.enum) {
    return schema.enum[0];
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    return sample(choices[0]);
  }
  switch (schema.type) {
    case "string":
      return texts.find((text) => Compile(schema).Check(text)) ?? "x".repeat(schema.minLength ?? 1);
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, 1);
    case "boolean":
      return true;
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items));
    case "object":
      return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties[name])]));
    default:
      return null;
  }
}

/** Values of every kind, and of the edges that schemas draw. */
export const anything = [7, -1, 1.5, "", "x", "x".repeat(600), true, null, [], [7], {}, { unheard: 1 }];
