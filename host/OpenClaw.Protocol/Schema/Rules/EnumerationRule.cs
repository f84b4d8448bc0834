using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts a few texts.</summary>
internal sealed class EnumerationRule(IReadOnlyList<string> allowed) : SchemaRule
{
    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            foreach (var text in allowed)
            {
                if (value.ValueEquals(text))
                {
                    return;
                }
            }
        }

        run.Found.Add(Violations.NotAllowed(run.Path));
    }
}
