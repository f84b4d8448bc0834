using System.Globalization;
using System.Text;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Agents.Commands;

/// <summary>What the gateway answers to commands.</summary>
internal sealed class CommandAnswers(
    SessionStore sessions, QueueCommand queue, ISessionRuntime runtime, ISessionCompactor compactor, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    public async ValueTask<string> OfAsync(string giver, SessionAddress session, CommandLine command, CancellationToken cancellationToken) =>
        command.Name switch
        {
            ChatCommands.Status => Status(session, await sessions.FindAsync(session.Key, cancellationToken)),
            ChatCommands.WhoAmI => giver,
            ChatCommands.Queue => await queue.AnswerAsync(session, command.Rest, cancellationToken),
            ChatCommands.Compact => await CompactAsync(session, command.Rest, cancellationToken),
            _ => Listing(),
        };

    private string Status(SessionAddress address, SessionEntry? session)
    {
        var defaults = runtime.DefaultsOf(address.AgentId);
        var provider = session?.Settings.Provider ?? defaults.ModelProvider;
        var model = session?.Settings.Model ?? defaults.Model;
        var running = runtime.ActiveRuns(address.Key).Count;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"OpenClaw.Host {HostVersion.Text}\n");
        text.Append(CultureInfo.InvariantCulture, $"Time: {time.GetUtcNow():yyyy-MM-dd HH:mm} UTC\n");
        text.Append(CultureInfo.InvariantCulture, $"Uptime: {time.GetElapsedTime(_started):d\\.hh\\:mm\\:ss}\n");
        text.Append(CultureInfo.InvariantCulture, $"Model: {provider}/{model}\n");
        text.Append(CultureInfo.InvariantCulture, $"Tokens: {session?.InputTokens ?? 0} in / {session?.OutputTokens ?? 0} out\n");
        text.Append(CultureInfo.InvariantCulture, $"Context: {session?.TotalTokens ?? 0} of {runtime.ContextTokensOf(provider, model)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Session: {address.Key}\n");
        text.Append(CultureInfo.InvariantCulture, $"Runs: {running}");
        return text.ToString();
    }

    private async ValueTask<string> CompactAsync(SessionAddress address, string focus, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(address.Key, cancellationToken) is not { } session)
            return CompactionOutcome.TooSmall;
        if (runtime.ActiveRuns(address.Key).Count > 0)
            return "Something is running in this session; stop it or wait for it, then compact.";
        var outcome = await compactor.CompactAsync(session, focus, static () => { }, cancellationToken);
        return outcome.Reason ?? string.Create(
            CultureInfo.InvariantCulture, $"The conversation is summarised: from about {outcome.TokensBefore} to {outcome.TokensAfter} tokens.");
    }

    private static string Listing() =>
        string.Join('\n', ChatCommands.All.Select(static command => $"/{command.Name} - {command.Description}"));
}
