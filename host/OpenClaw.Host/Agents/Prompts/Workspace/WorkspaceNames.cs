namespace OpenClaw.Host.Agents.Prompts.Workspace;

/// <summary>The files of a workspace that agents are told of without asking.</summary>
internal static class WorkspaceNames
{
    public const string Instructions = "AGENTS.md";
    public const string Soul = "SOUL.md";
    public const string Tools = "TOOLS.md";
    public const string Identity = "IDENTITY.md";
    public const string User = "USER.md";
    public const string Heartbeat = "HEARTBEAT.md";
    public const string Bootstrap = "BOOTSTRAP.md";

    /// <summary>What an agent wrote down for itself; only conversations that nobody else reads see it.</summary>
    public const string Memory = "MEMORY.md";

    /// <summary>In the order of the prompt.</summary>
    public static IReadOnlyList<string> All { get; } = [Instructions, Soul, Tools, Identity, User, Heartbeat, Bootstrap, Memory];
}
