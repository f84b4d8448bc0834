namespace OpenClaw.Surfaces;

/// <summary>A method of the gateway protocol that a plugin serves. It is listed in <c>features.methods</c> while the plugin runs.</summary>
public sealed record PluginMethod
{
    /// <summary>
    /// What clients call: <c>&lt;something&gt;.&lt;verb&gt;</c>, at most 96 of <c>a-z A-Z 0-9 -</c> in parts with dots between them, each starting
    /// with a letter. The first part may not be one of the gateway's own.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What a caller needs.</summary>
    public required PluginMethodScope Scope { get; init; }

    /// <summary>How long one call may take, at most 10 minutes. Default 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Calls handled side by side, 1 to 256; more are refused as retryable. Default 16.</summary>
    public int MaxConcurrent { get; init; } = 16;
}
