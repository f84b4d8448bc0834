namespace OpenClaw.Surfaces;

/// <summary>
/// A command of the command line that a plugin serves: <c>openclaw &lt;name&gt; …</c>. The manifest declares it under
/// <c>offers.commands</c> with its description. The handler runs in the gateway, never in the process of the command line.
/// </summary>
public sealed record PluginCommand
{
    /// <summary>The word it is called by: 2 to 32 of <c>a-z 0-9 -</c>, starting with a letter. The command line's own words are refused.</summary>
    public required string Name { get; init; }

    /// <summary>How long it may take, at most 10 minutes. Default 60 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Commands run side by side, 1 to 64. Default 4.</summary>
    public int MaxConcurrent { get; init; } = 4;
}
