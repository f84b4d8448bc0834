using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts arrays of one kind of item.</summary>
internal sealed class ListRule(SchemaRule item, int minimum, int maximum) : SchemaRule
{
    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            run.Found.Add(Violations.WrongType(run.Path, "array"));
            return;
        }

        var count = value.GetArrayLength();
        if (count < minimum || count > maximum)
        {
            run.Found.Add(count < minimum ? Violations.TooFewItems(run.Path, minimum) : Violations.TooManyItems(run.Path, maximum));
            return;
        }

        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            if (run.IsFull)
            {
                return;
            }

            run.Enter(index++);
            item.Check(element, run);
            run.Leave();
        }
    }
}
