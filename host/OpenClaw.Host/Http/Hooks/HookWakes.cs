using System.Text.Json;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Scheduling.Wakes;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>Tells a session something with its next turn, and asks for that turn.</summary>
internal sealed class HookWakes(SystemEventQueue queue, WakeSignal signal, HookSessions sessions)
{
    public const string Now = "now";

    /// <returns>The mode that counts, and whether the event was new.</returns>
    /// <exception cref="HookException">It is not taken.</exception>
    public Task<(string Mode, bool IsNew)> TellAsync(JsonElement body, HookSettings settings, CancellationToken cancellationToken) =>
        TellAsync(body.Text("text"), body.Text("mode"), body.Text("agentId"), body.Text("sessionKey"), settings, cancellationToken);

    /// <inheritdoc cref="TellAsync(JsonElement, HookSettings, CancellationToken)"/>
    public async Task<(string Mode, bool IsNew)> TellAsync(
        string? text, string? mode, string? agentId, string? sessionKey, HookSettings settings, CancellationToken cancellationToken)
    {
        if (text?.Trim() is not { Length: > 0 } told)
            throw HookException.Invalid("text required");
        var wakes = mode != "next-heartbeat";
        var key = sessions.MainOf(agentId, sessionKey, settings).Key;
        var isNew = (await queue.OfAsync(key, cancellationToken)) is not [.., var newest] || newest.Text != told;
        await queue.AddAsync(key, told, wakes, cancellationToken);
        if (wakes)
            signal.Raise();
        return (wakes ? Now : mode!, isNew);
    }
}
