using System.Buffers;
using System.Globalization;

namespace OpenClaw.Host.Configuration.Binding;

/// <summary>Durations: <c>500ms</c>, <c>90s</c>, <c>30m</c>, <c>24h</c>, <c>7d</c>; a bare number is in the unit of its key.</summary>
internal static class DurationText
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private static readonly (string Suffix, TimeSpan Unit)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
        ("d", TimeSpan.FromDays(1)),
        ("w", TimeSpan.FromDays(7)),
    ];

    public static bool TryParse(string text, TimeSpan bareUnit, out TimeSpan duration)
    {
        var trimmed = text.AsSpan().Trim();
        var digits = trimmed.IndexOfAnyExcept(NumberCharacters);
        var number = digits < 0 ? trimmed : trimmed[..digits];
        var suffix = digits < 0 ? "" : trimmed[digits..].Trim().ToString().ToLowerInvariant();
        var unit = suffix.Length == 0 ? bareUnit : Units.FirstOrDefault(candidate => candidate.Suffix == suffix).Unit;
        duration = default;
        if (unit == default || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }

        return TryScale(amount, unit, out duration);
    }

    /// <summary>A duration as people write it, in its largest unit without a fraction.</summary>
    public static string Short(TimeSpan duration)
    {
        var (amount, suffix) = duration.TotalSeconds switch
        {
            var seconds when duration == TimeSpan.Zero || (seconds >= 60 && seconds % 60 == 0) => seconds >= 3_600 && seconds % 3_600 == 0
                ? (seconds / 3_600, "h")
                : (seconds / 60, "m"),
            var seconds when seconds % 1 == 0 => (seconds, "s"),
            _ => (duration.TotalMilliseconds, "ms"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{amount}{suffix}");
    }

    /// <summary>False when the product is beyond what a timer can wait for.</summary>
    public static bool TryScale(double amount, TimeSpan unit, out TimeSpan duration)
    {
        var milliseconds = amount * unit.TotalMilliseconds;
        var fits = milliseconds <= TimeSpan.FromDays(36_500).TotalMilliseconds;
        duration = fits ? TimeSpan.FromMilliseconds(milliseconds) : default;
        return fits;
    }
}
