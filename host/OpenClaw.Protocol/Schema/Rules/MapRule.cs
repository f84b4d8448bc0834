using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts objects with free names and one kind of value.</summary>
internal sealed class MapRule(SchemaRule entry) : SchemaRule
{
    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            run.Found.Add(Violations.WrongType(run.Path, "object"));
            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (run.IsFull)
            {
                return;
            }

            run.Enter(member.Name);
            entry.Check(member.Value, run);
            run.Leave();
        }
    }
}
