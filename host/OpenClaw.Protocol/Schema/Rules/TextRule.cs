using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts text of some length and form. Lengths count characters, not UTF-16 units.</summary>
internal sealed class TextRule(int minimum, int maximum, string? pattern) : SchemaRule
{
    // Linear in the text: a pattern must not become a way to keep us busy.
    private readonly Regex? _pattern = pattern is null ? null : new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            run.Found.Add(Violations.WrongType(run.Path, "string"));
            return;
        }

        CheckLength(value, run);
        if (_pattern is not null && !_pattern.IsMatch(value.GetString()!))
        {
            run.Found.Add(Violations.PatternMismatch(run.Path, pattern!));
        }
    }

    private void CheckLength(JsonElement value, ValidationRun run)
    {
        // A character takes at least one byte, so short raw text needs no decoding.
        var rawLength = JsonMarshal.GetRawUtf8Value(value).Length - 2;
        if (rawLength <= maximum && rawLength >= minimum && minimum <= 1)
        {
            return;
        }

        var length = rawLength == 0 ? 0 : value.GetString()!.EnumerateRunes().Count();
        if (length < minimum)
        {
            run.Found.Add(Violations.TooShort(run.Path, minimum));
        }
        else if (length > maximum)
        {
            run.Found.Add(Violations.TooLong(run.Path, maximum));
        }
    }
}
