using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts whole numbers written as such. <c>1e3</c>, <c>1.0</c> and <c>-0</c> are refused: two readers could disagree about them.</summary>
internal sealed class IntegerRule(long minimum, long maximum) : SchemaRule
{
    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        if (value.ValueKind != JsonValueKind.Number
            || !value.TryGetInt64(out var number)
            || JsonMarshal.GetRawUtf8Value(value).SequenceEqual("-0"u8))
        {
            run.Found.Add(Violations.WrongType(run.Path, "integer"));
        }
        else if (number < minimum)
        {
            run.Found.Add(Violations.BelowMinimum(run.Path, minimum.ToString(CultureInfo.InvariantCulture)));
        }
        else if (number > maximum)
        {
            run.Found.Add(Violations.AboveMaximum(run.Path, maximum.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
