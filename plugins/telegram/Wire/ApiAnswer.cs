using System.Text.Json;

namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>What every method answers.</summary>
internal sealed record ApiAnswer
{
    public bool Ok { get; init; }

    public JsonElement Result { get; init; }

    public int ErrorCode { get; init; }

    public string? Description { get; init; }

    /// <summary>Left as it is: a strange value here must not hide the error.</summary>
    public JsonElement Parameters { get; init; }
}
