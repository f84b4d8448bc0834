namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>The tools of one plugin.</summary>
internal sealed record ToolGroup
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    public required string Source { get; init; }

    public string? PluginId { get; init; }

    public required IReadOnlyList<ToolEntry> Tools { get; init; }
}
