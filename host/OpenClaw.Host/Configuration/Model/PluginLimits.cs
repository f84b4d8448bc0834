namespace OpenClaw.Host.Configuration.Model;

/// <summary><c>plugins.entries.&lt;id&gt;.limits</c>: how much of the gateway one plugin may use. What is left out has its default.</summary>
internal sealed record PluginLimits
{
    public static PluginLimits Default { get; } = new();

    /// <summary>Calls inside the plugin at one time; those to start, stop and watch it do not count.</summary>
    public int MaxConcurrentCalls { get; init; } = 256;

    /// <summary>Calls, and messages the plugin hands over, that may wait for their turn.</summary>
    public int Queue { get; init; } = 1_024;

    /// <summary>Messages the plugin may hand over in a second.</summary>
    public int SendsPerSecond { get; init; } = 2_000;

    /// <summary>For one call to return. A stream of a model is watched by its run instead.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
