namespace OpenClaw.Surfaces;

/// <summary>One run of a plugin's command.</summary>
public sealed record PluginCommandCall
{
    /// <summary>The command.</summary>
    public required string Name { get; init; }

    /// <summary>What stands behind the command's name, as the shell split it: at most 256 words, 64 KiB together.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}
