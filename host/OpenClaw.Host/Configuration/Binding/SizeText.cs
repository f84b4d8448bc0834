using System.Buffers;
using System.Globalization;

namespace OpenClaw.Host.Configuration.Binding;

/// <summary>Sizes: <c>100M</c>, <c>500mb</c>, <c>10gb</c>, a bare number is bytes. Units are powers of 1024.</summary>
internal static class SizeText
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private const string Prefixes = "kmgt";

    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        var trimmed = text.Trim().ToLowerInvariant();
        var digits = trimmed.AsSpan().IndexOfAnyExcept(NumberCharacters);
        var number = digits < 0 ? trimmed : trimmed[..digits];
        var suffix = digits < 0 ? "" : trimmed[digits..].Trim();
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || !TryReadPower(suffix, out var power))
        {
            return false;
        }

        var value = amount * Math.Pow(1024, power);
        if (value > 9_007_199_254_740_991)
        {
            return false;
        }

        bytes = (long)value;
        return true;
    }

    private static bool TryReadPower(string suffix, out int power)
    {
        power = suffix is "" or "b" ? 0 : Prefixes.IndexOf(suffix[0], StringComparison.Ordinal) + 1;
        return suffix is "" or "b" || (power > 0 && suffix[1..] is "" or "b" or "ib");
    }
}
