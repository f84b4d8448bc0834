namespace OpenClaw.Host.Plugins.Health;

/// <summary>A plugin that does not work as it should.</summary>
internal sealed record PluginProblem
{
    public required string Id { get; init; }

    public required string Origin { get; init; }

    /// <summary>Whether it runs nevertheless.</summary>
    public required bool Activated { get; init; }

    public required string Error { get; init; }
}
