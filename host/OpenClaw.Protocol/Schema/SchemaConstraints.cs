using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenClaw.Protocol.Schema;

/// <summary>Writes the attributes of a property as schema keywords.</summary>
internal static class SchemaConstraints
{
    public static void Apply(JsonObject schema, IEnumerable<object> attributes)
    {
        foreach (var attribute in attributes)
        {
            switch (attribute)
            {
                case NonEmptyAttribute:
                    schema["minLength"] = 1;
                    break;
                case LengthAttribute length:
                    Bound(schema, IsArray(schema) ? "Items" : "Length", length.MinimumLength, length.MaximumLength);
                    break;
                case MinLengthAttribute least:
                    Bound(schema, IsArray(schema) ? "Items" : "Length", least.Length, int.MaxValue);
                    break;
                case MaxLengthAttribute most:
                    Bound(schema, IsArray(schema) ? "Items" : "Length", 0, most.Length);
                    break;
                case EachLengthAttribute each when schema["items"] is JsonObject items:
                    SchemaNullability.RemoveNull(items);
                    Bound(items, "Length", each.Minimum, each.Maximum);
                    break;
                case RangeAttribute range:
                    schema["minimum"] = Convert.ToInt64(range.Minimum, CultureInfo.InvariantCulture);
                    schema["maximum"] = Convert.ToInt64(range.Maximum, CultureInfo.InvariantCulture);
                    break;
                case RegularExpressionAttribute expression:
                    schema["pattern"] = expression.Pattern;
                    break;
                case AllowedValuesAttribute allowed:
                    Allow(schema, allowed.Values);
                    break;
            }
        }
    }

    private static void Allow(JsonObject schema, object?[] values)
    {
        schema.Remove("type");
        if (values is [var only])
        {
            schema["const"] = JsonValue.Create((string?)only);
            return;
        }

        schema["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create((string?)value))]);
    }

    private static void Bound(JsonObject schema, string what, int minimum, int maximum)
    {
        if (minimum > 0)
        {
            schema[$"min{what}"] = minimum;
        }

        if (maximum < int.MaxValue)
        {
            schema[$"max{what}"] = maximum;
        }
    }

    private static bool IsArray(JsonObject schema) => schema["type"] is JsonValue type && type.GetValue<string>() == "array";
}
