using System.Globalization;
using System.Text;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Agents.Commands;

/// <summary>What the gateway answers to commands.</summary>
internal sealed class CommandAnswers(
    SessionStore sessions,
    QueueCommand queue,
    SettingCommand setting,
    ModelCommand model,
    ApproveCommand approve,
    RestartCommand restart,
    ISessionRuntime runtime,
    ISessionCompactor compactor,
    TimeProvider time)
{
    public const string OwnersOnly = "Only an owner of this assistant may do that (commands.ownerAllowFrom).";

    private const string NoPrograms = "Agents of this gateway run no programs on its machine, so there is nothing to choose about them.";

    private readonly long _started = time.GetTimestamp();

    public async ValueTask<string> OfAsync(CommandGiver giver, SessionAddress session, CommandLine command, CancellationToken cancellationToken) =>
        ChatCommands.IsForOwners(command.Name) && !giver.IsOwner ? OwnersOnly : command.Name switch
        {
            ChatCommands.Status => Status(session, await sessions.FindAsync(session.Key, cancellationToken)),
            ChatCommands.WhoAmI => giver.Label,
            ChatCommands.Queue => await queue.AnswerAsync(session, command.Rest, cancellationToken),
            ChatCommands.Compact => await CompactAsync(session, command.Rest, cancellationToken),
            ChatCommands.Model => await model.AnswerAsync(session, command.Rest, cancellationToken),
            ChatCommands.Models => await model.ListAsync(session, command.Rest, cancellationToken),
            ChatCommands.Approve => await approve.AnswerAsync(giver, command.Rest, cancellationToken),
            ChatCommands.Restart => restart.Answer(),
            ChatCommands.Exec or ChatCommands.Elevated => NoPrograms,
            ChatCommands.Help => Help,
            ChatCommands.Commands => Listing(),
            _ => await setting.AnswerAsync(session, command, cancellationToken),
        };

    /// <summary>What happens when the answer is on disk.</summary>
    public void Answered(CommandGiver giver, CommandLine command)
    {
        if (command.Name == ChatCommands.Restart && giver.IsOwner)
            restart.Begin();
    }

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
        if (session?.Settings is { } chosen && Chosen(chosen) is { Length: > 0 } choices)
            text.Append(CultureInfo.InvariantCulture, $"Chosen: {choices}\n");
        text.Append(CultureInfo.InvariantCulture, $"Session: {address.Key}\n");
        text.Append(CultureInfo.InvariantCulture, $"Runs: {running}");
        return text.ToString();
    }

    private static string Chosen(SessionSettings settings) => string.Join(", ", new[]
    {
        settings.ThinkingLevel is { } thinking ? $"thinking {thinking}" : null,
        settings.VerboseLevel is { } verbose ? $"verbose {verbose}" : null,
        settings.ReasoningLevel is { } reasoning ? $"reasoning {reasoning}" : null,
        settings.QueueMode is { } queue ? $"queue {queue}" : null,
        settings.ResponseUsage is { } usage ? $"usage {usage}" : null,
        settings.GroupActivation is { } activation ? $"activation {activation}" : null,
        settings.SendPolicy is { } send ? $"answers {(send == SendPolicies.Deny ? "held back" : "let in")}" : null,
    }.OfType<string>());

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

    private const string Help =
        """
        Write to me as to a person. Some words are for the gateway:
        /new begins a new conversation, /stop ends what I am doing
        /status says how I am, /model which model answers
        /commands lists all of them
        """;

    private static string Listing() =>
        string.Join('\n', ChatCommands.All.Select(static command => $"/{command.Name} - {command.Description}"));
}
