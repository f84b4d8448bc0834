using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts true and false, or one of them.</summary>
internal sealed class BooleanRule(bool? only = null) : SchemaRule
{
    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            run.Found.Add(Violations.WrongType(run.Path, "boolean"));
        }
        else if (only is { } expected && value.GetBoolean() != expected)
        {
            run.Found.Add(Violations.NotTheConstant(run.Path));
        }
    }
}
