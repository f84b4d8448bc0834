using System.Text.Json;

namespace OpenClaw.Channels.Telegram.Settings;

/// <summary>What is listed behind the slash.</summary>
internal sealed record MenuSettings
{
    /// <summary><c>false</c> leaves Telegram's list alone; <c>"auto"</c> and <c>true</c> keep it up to date.</summary>
    public JsonElement Native { get; init; }
}
