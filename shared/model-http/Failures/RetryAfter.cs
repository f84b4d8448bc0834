using System.Globalization;
using System.Net.Http.Headers;

namespace OpenClaw.Agents.Common.Failures;

/// <summary>Reads when a far end wants to be asked again.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider clock)
    {
        if (Milliseconds(headers) is { } span)
            return Within(span);
        return headers.RetryAfter switch
        {
            { Delta: { } delta } => Within(delta),
            { Date: { } date } => Within(date - clock.GetUtcNow()),
            _ => null,
        };
    }

    private static TimeSpan? Milliseconds(HttpResponseHeaders headers) =>
        headers.TryGetValues("retry-after-ms", out var values)
        && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds >= 0
            ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, Longest.TotalMilliseconds))
            : null;

    private static TimeSpan Within(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span < Longest ? span : Longest;
}
