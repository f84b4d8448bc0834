using OpenClaw.Channels;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Prompts;

/// <summary>Which files of its workspace an agent is told of in a run.</summary>
internal static class PromptScope
{
    private const string Never = "never";
    private const string NotAgain = "continuation-skip";

    /// <param name="config">The configuration.</param>
    /// <param name="run">The run.</param>
    /// <param name="name">The file.</param>
    /// <param name="isContinuation">Whether the conversation goes on after answers that the model still sees.</param>
    public static bool Shows(OpenClawConfig config, RunRecord run, string name, bool isContinuation)
    {
        var settings = config.Agents.SettingsOf(run.AgentId);
        if (run.Input.LightContext)
            return run.Input.IsHeartbeat && name == Workspace.WorkspaceNames.Heartbeat;
        return !Leaves(settings, isContinuation) && (name != Workspace.WorkspaceNames.Memory || IsPrivate(config, run));
    }

    private static bool Leaves(AgentDefaultsConfig settings, bool isContinuation) =>
        settings.ContextInjection == Never || (settings.ContextInjection == NotAgain && isContinuation);

    /// <summary>The agent's main conversation, unless a group reads along.</summary>
    private static bool IsPrivate(OpenClawConfig config, RunRecord run) =>
        run.SessionKey == $"agent:{run.AgentId.ToLowerInvariant()}:{config.Session.MainKey}" && run.Input.Route is null or { ChatKind: ChatKind.Direct };
}
