using System.Globalization;
using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts finite numbers from a least one on.</summary>
internal sealed class NumberRule(long minimum) : SchemaRule
{
    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number) || !double.IsFinite(number))
        {
            run.Found.Add(Violations.WrongType(run.Path, "number"));
        }
        else if (number < minimum)
        {
            run.Found.Add(Violations.BelowMinimum(run.Path, minimum.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
