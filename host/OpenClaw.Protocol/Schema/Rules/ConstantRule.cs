using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts one text.</summary>
internal sealed class ConstantRule(string constant) : SchemaRule
{
    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        if (value.ValueKind != JsonValueKind.String || !value.ValueEquals(constant))
        {
            run.Found.Add(Violations.NotTheConstant(run.Path));
        }
    }
}
