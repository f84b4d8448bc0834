using OpenClaw.Protocol.Models;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions;

/// <summary>What lists of sessions show beside what is stored. The agents know it.</summary>
internal interface ISessionRuntime
{
    /// <summary>The model of an agent's sessions where none was chosen.</summary>
    SessionModelDefaults DefaultsOf(string agentId);

    /// <summary>The size of a model's context.</summary>
    long ContextTokensOf(string? provider, string? model);

    /// <summary>The thinking levels of a model, and the one it has where none was chosen.</summary>
    (IReadOnlyList<ThinkingLevel> Levels, string Default) ThinkingOf(string? provider, string? model);

    /// <summary>The folder an agent works in.</summary>
    string WorkspaceOf(string agentId);

    /// <summary>Runs of a session that are waiting or at work, oldest first.</summary>
    IReadOnlyList<string> ActiveRuns(string sessionKey);

    /// <summary>The keys of sessions with runs that are waiting or at work.</summary>
    IReadOnlyCollection<string> BusySessions { get; }
}
