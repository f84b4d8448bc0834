using System.Text.Json.Nodes;

namespace OpenClaw.Protocol.Schema;

/// <summary>Takes null out of the types a schema allows.</summary>
internal static class SchemaNullability
{
    public static void RemoveNull(JsonObject schema)
    {
        if (schema["type"] is not JsonArray types)
        {
            return;
        }

        var kept = types.Select(type => type!.GetValue<string>()).Where(type => type != "null").ToArray();
        schema["type"] = kept.Length == 1 ? kept[0] : new JsonArray([.. kept.Select(type => JsonValue.Create(type))]);
    }
}
