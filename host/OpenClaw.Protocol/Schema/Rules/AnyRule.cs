using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts every value.</summary>
internal sealed class AnyRule : SchemaRule
{
    public static AnyRule Instance { get; } = new();

    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
    }
}
