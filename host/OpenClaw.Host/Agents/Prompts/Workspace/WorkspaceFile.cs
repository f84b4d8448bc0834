namespace OpenClaw.Host.Agents.Prompts.Workspace;

/// <summary>A file of a workspace as it was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text, cut where it is long; null when there is none to show.</param>
/// <param name="Bytes">How long it is on disk.</param>
/// <param name="Problem">Why there is no text although the file is there.</param>
internal sealed record WorkspaceFile(string Name, string? Text, long Bytes, string? Problem)
{
    public bool IsMissing => Text is null && Problem is null;

    public static WorkspaceFile Missing(string name) => new(name, null, 0, null);
}
