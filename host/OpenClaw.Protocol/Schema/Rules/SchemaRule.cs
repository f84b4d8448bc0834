using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>One compiled schema.</summary>
internal abstract class SchemaRule
{
    /// <summary>True when null is a value of its own here.</summary>
    public bool AllowsNull { get; init; }

    public void Check(JsonElement value, ValidationRun run)
    {
        if (!(AllowsNull && value.ValueKind == JsonValueKind.Null))
        {
            CheckValue(value, run);
        }
    }

    protected abstract void CheckValue(JsonElement value, ValidationRun run);
}
