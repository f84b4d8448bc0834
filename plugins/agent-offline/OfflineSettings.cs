using System.Text.Json;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Offline;

/// <summary>The plugin's section of the configuration.</summary>
internal sealed record OfflineSettings
{
    private const int MaxWordDelayMs = 10_000;

    /// <summary>The pause before each word, in milliseconds. Not init: generated contexts set absent init properties to zero.</summary>
    public int WordDelayMs { get; set; } = 15;

    public TimeSpan WordDelay => TimeSpan.FromMilliseconds(WordDelayMs);

    public static OfflineSettings Read(JsonElement section)
    {
        if (section.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return new OfflineSettings();
        OfflineSettings? settings;
        try
        {
            settings = section.Deserialize(OfflineJsonContext.Default.OfflineSettings);
        }
        catch (JsonException exception)
        {
            throw new PluginRegistrationException($"plugins.entries.agent-offline.config is wrong at {exception.Path}: wordDelayMs is a whole number.");
        }

        return settings is { WordDelayMs: >= 0 and <= MaxWordDelayMs }
            ? settings
            : throw new PluginRegistrationException(
                $"plugins.entries.agent-offline.config.wordDelayMs is {settings?.WordDelayMs}; use 0 to {MaxWordDelayMs}.");
    }
}
