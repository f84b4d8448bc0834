using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Api;

/// <summary>Makes errors of what Discord, or something before it, answered.</summary>
internal static class ApiErrors
{
    private const int MaxDescription = 300;

    /// <summary>Longer waits are no flood control; whoever asks for one is not believed.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(1);

    public static ApiException Of(int status, HttpResponseHeaders headers, ReadOnlySpan<byte> body)
    {
        var error = Read(body);
        return new ApiException(FaultOf(status), status, error?.Code ?? 0, Describe(status, error))
        {
            // What comes from the edge is no JSON, and says in a header how long to stay away.
            RetryAfter = status == 429 ? Seconds(error?.RetryAfter ?? default) ?? Seconds(Header(headers, "Retry-After")) ?? UsualWait : null,
            IsGlobal = status == 429 && (error is null || error.Global || Header(headers, "X-RateLimit-Global") == "true"),
        };
    }

    public static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Bounded(value) : null;

    public static string? Header(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static TimeSpan? Seconds(JsonElement seconds) =>
        seconds is { ValueKind: JsonValueKind.Number } && seconds.TryGetDouble(out var value) ? Bounded(value) : null;

    private static TimeSpan? Bounded(double seconds) => double.IsFinite(seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestWait.TotalSeconds)) : null;

    private static ApiFault FaultOf(int status) => status switch
    {
        429 => ApiFault.TooMany,
        // Redirects are not followed: nothing of ours is behind them.
        >= 300 and < 500 => ApiFault.Refused,
        _ => ApiFault.Unknown,
    };

    private static ApiError? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.ApiError);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Describe(int status, ApiError? error)
    {
        if (status is >= 200 and < 300)
            return "what answered is not Discord; check DISCORD_API_URL and the proxy";
        if (string.IsNullOrWhiteSpace(error?.Message))
            return $"Discord answered {status} without a reason";
        var details = error.Errors.ValueKind == JsonValueKind.Object ? $" {error.Errors.GetRawText()}" : "";
        var text = $"{error.Message} (code {error.Code}){details}";
        return text.Length <= MaxDescription ? text : text[..MaxDescription];
    }
}
