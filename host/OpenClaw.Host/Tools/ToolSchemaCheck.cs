using System.Text.Json;

namespace OpenClaw.Host.Tools;

/// <summary>
/// Holds arguments against the part of JSON Schema that tools use: types, required members, enumerations, items, unknown
/// members. Keywords beyond these are the tool's own business.
/// </summary>
internal static class ToolSchemaCheck
{
    private const int MaxFindings = 20;

    /// <summary>What does not fit, as <c>path: why</c>; nothing when all fits.</summary>
    public static IReadOnlyList<string> Check(JsonElement schema, JsonElement value)
    {
        var findings = new List<string>();
        Check(schema, value, string.Empty, findings);
        return findings;
    }

    private static void Check(JsonElement schema, JsonElement value, string path, List<string> findings)
    {
        if (schema.ValueKind != JsonValueKind.Object || findings.Count >= MaxFindings)
            return;
        if (schema.TryGetProperty("type", out var type) && !HasType(type, value))
        {
            findings.Add($"{Shown(path)}: must be {TypeNames(type)}");
            return;
        }

        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)))
            findings.Add($"{Shown(path)}: must be equal to one of the allowed values");
        if (value.ValueKind == JsonValueKind.Object)
            CheckMembers(schema, value, path, findings);
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            CheckItems(items, value, path, findings);
    }

    private static void CheckMembers(JsonElement schema, JsonElement value, string path, List<string> findings)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(static name => name.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                    findings.Add($"{Join(path, name)}: must have required properties {name}");
            }
        }

        var closed = schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False;
        var known = schema.TryGetProperty("properties", out var properties);
        foreach (var member in value.EnumerateObject())
        {
            if (known && properties.TryGetProperty(member.Name, out var memberSchema))
                Check(memberSchema, member.Value, Join(path, member.Name), findings);
            else if (closed)
                findings.Add($"{Join(path, member.Name)}: must not have additional properties");
        }
    }

    private static void CheckItems(JsonElement schema, JsonElement array, string path, List<string> findings)
    {
        var index = 0;
        foreach (var item in array.EnumerateArray())
            Check(schema, item, Join(path, (index++).ToString()), findings);
    }

    private static bool HasType(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => HasType(one, value))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number == decimal.Truncate(number),
            _ => true,
        };

    private static string TypeNames(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? string.Join(" or ", type.EnumerateArray().Select(static one => one.GetString()))
        : type.GetString() ?? "of another type";

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Shown(string path) => path.Length == 0 ? "root" : path;
}
