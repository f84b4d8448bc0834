namespace OpenClaw.Host.Configuration.Model.Agents;

/// <summary>A model and what to try when it fails, each as <c>provider/model</c>.</summary>
internal sealed record ModelSelection
{
    public required string Primary { get; init; }

    public IReadOnlyList<string> Fallbacks { get; init; } = [];
}
