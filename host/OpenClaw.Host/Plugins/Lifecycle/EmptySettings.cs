using System.Text.Json;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>The settings of a plugin that has none.</summary>
internal static class EmptySettings
{
    public static JsonElement Value { get; } = JsonElement.Parse("{}");
}
