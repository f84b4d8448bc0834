using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts true and false.</summary>
internal sealed class BooleanRule : SchemaRule
{
    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            run.Found.Add(Violations.WrongType(run.Path, "boolean"));
        }
    }
}
