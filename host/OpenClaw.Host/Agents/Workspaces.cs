using OpenClaw.Host.Configuration;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Agents;

/// <summary>Where the files of each agent lie.</summary>
internal sealed class Workspaces(IConfigSource configuration, StatePaths paths)
{
    public string Of(string agentId)
    {
        var agents = configuration.Current.Agents;
        return (agents.Find(agentId)?.Workspace ?? agents.Defaults.Workspace) is { } configured
            ? paths.Expand(configured)
            : paths.WorkspaceDirectory;
    }
}
