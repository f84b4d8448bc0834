namespace OpenClaw.Host.Plugins.Budgets;

/// <summary>A plugin is at one of its limits; nothing was called.</summary>
internal sealed class PluginLimitException(string pluginId, string limit, int value, string what)
    : Exception($"Plugin {pluginId} is at its limit: {what}. Raise plugins.entries.{pluginId}.limits.{limit} (now {value}) if that is meant to be.")
{
    public string PluginId { get; } = pluginId;

    public string Limit { get; } = limit;
}
