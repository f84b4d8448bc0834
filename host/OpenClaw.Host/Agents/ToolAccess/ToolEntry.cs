namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>A tool in a listing.</summary>
internal sealed record ToolEntry
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    public required string Description { get; init; }

    /// <summary>What the model is told, where the listing is of what a session may call.</summary>
    public string? RawDescription { get; init; }

    public required string Source { get; init; }

    public string? PluginId { get; init; }

    public IReadOnlyList<string>? DefaultProfiles { get; init; }
}
