using System.Text.Json;

namespace OpenClaw.Channels.Discord.Settings;

/// <summary>What is listed behind the slash.</summary>
internal sealed record CommandSettings
{
    /// <summary><c>false</c> leaves Discord's list alone; <c>"auto"</c> and <c>true</c> keep it up to date.</summary>
    public JsonElement Native { get; init; }

    public static bool AreNative(CommandSettings? settings) => settings?.Native.ValueKind != JsonValueKind.False;
}
