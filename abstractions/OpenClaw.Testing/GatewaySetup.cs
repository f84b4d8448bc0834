namespace OpenClaw.Testing;

/// <summary>What a plugin is given by an <see cref="InMemoryGateway"/>.</summary>
public sealed record GatewaySetup
{
    /// <summary><c>plugins.entries.&lt;id&gt;.config</c>, a JSON object.</summary>
    public string Settings { get; init; } = "{}";

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Which generation of the plugin this is.</summary>
    public int Generation { get; init; } = 1;
}
