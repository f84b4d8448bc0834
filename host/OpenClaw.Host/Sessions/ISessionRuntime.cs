using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions;

/// <summary>What lists of sessions show beside what is stored. The agents know it.</summary>
internal interface ISessionRuntime
{
    /// <summary>The model of an agent's sessions where none was chosen.</summary>
    SessionModelDefaults DefaultsOf(string agentId);

    /// <summary>Runs of a session that are waiting or at work, oldest first.</summary>
    IReadOnlyList<string> ActiveRuns(string sessionKey);
}
