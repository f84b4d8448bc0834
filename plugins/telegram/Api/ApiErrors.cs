using System.Text.Json;
using OpenClaw.Channels.Telegram.Wire;

namespace OpenClaw.Channels.Telegram.Api;

/// <summary>Makes errors of what the Bot API, or something before it, answered.</summary>
internal static class ApiErrors
{
    private const int MaxDescription = 300;

    /// <summary>Longer waits are no flood control; whoever asks for one is not believed.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static ApiException Of(ApiAnswer answer, int status)
    {
        var code = answer.ErrorCode is >= 100 and < 600 ? answer.ErrorCode : status;
        return new ApiException(FaultOf(code), code, Short(answer.Description) ?? $"Telegram answered {code}")
        {
            IsItsOwn = true,
            RetryAfter = code == 429 ? Wait(Member(answer.Parameters, "retry_after")) ?? TimeSpan.FromSeconds(1) : null,
            MigratedTo = Member(answer.Parameters, "migrate_to_chat_id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt64(out var chat) ? chat : null,
        };
    }

    /// <summary>What is no answer of the Bot API: a proxy's page, or half an answer.</summary>
    public static ApiException Of(int status) => new(
        status is >= 200 and < 300 ? ApiFault.Unknown : FaultOf(status),
        status,
        status is >= 200 and < 300 ? "what answered is not the Bot API; check channels.telegram.apiRoot and the proxy" : $"Telegram answered {status} without a reason")
    {
        RetryAfter = status == 429 ? TimeSpan.FromSeconds(1) : null,
    };

    private static ApiFault FaultOf(int code) => code switch
    {
        429 => ApiFault.TooMany,
        >= 400 and < 500 => ApiFault.Refused,
        // Redirects are not followed: nothing of ours is behind them.
        >= 300 and < 400 => ApiFault.Refused,
        _ => ApiFault.Unknown,
    };

    private static TimeSpan? Wait(JsonElement seconds) =>
        seconds is { ValueKind: JsonValueKind.Number } && seconds.TryGetDouble(out var value) && double.IsFinite(value)
            ? TimeSpan.FromSeconds(Math.Clamp(value, 0, LongestWait.TotalSeconds))
            : null;

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;

    private static string? Short(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Length <= MaxDescription ? text : text[..MaxDescription];
}
