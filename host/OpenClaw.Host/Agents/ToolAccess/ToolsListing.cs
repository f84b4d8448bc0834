namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>Answer of <c>tools.catalog</c> (with profiles) and of <c>tools.effective</c> (with the one that counts).</summary>
internal sealed record ToolsListing
{
    public required string AgentId { get; init; }

    public string? Profile { get; init; }

    public IReadOnlyList<ToolProfile>? Profiles { get; init; }

    public required IReadOnlyList<ToolGroup> Groups { get; init; }
}
