using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;

namespace OpenClaw.Host.Agents.Commands;

/// <summary><c>/queue</c>: what messages of a session do that come while it is busy.</summary>
internal sealed class QueueCommand(SessionStore sessions, SessionEditor editor, SessionFeed feed, IConfigSource configuration)
{
    private const string Default = "default";

    public async ValueTask<string> AnswerAsync(SessionAddress session, string words, CancellationToken cancellationToken)
    {
        var rule = QueueModeText.Write(configuration.Current.Messages.Queue.Mode);
        if (words.Length == 0)
            return $"Messages that come while I work: {(await sessions.FindAsync(session.Key, cancellationToken))?.Settings.QueueMode ?? $"{rule} (default)"}.";
        var word = words.ToLowerInvariant();
        var mode = QueueModeText.Parse(word);
        if (mode is null && word is not (Default or "reset"))
            return $"\"{(word.Length > 40 ? word[..40] : word)}\" is no queue mode. Write /queue {string.Join(", /queue ", QueueModeText.All)} or /queue {Default}.";
        var text = mode is { } chosen ? QueueModeText.Write(chosen) : null;
        await editor.EditAsync(session, (entry, _) => entry with { Settings = entry.Settings with { QueueMode = text } }, cancellationToken);
        feed.Changed(session.Key, ChangeReasons.Patch);
        return text is null ? $"Messages that come while I work: {rule} again (default)." : $"Messages that come while I work: {text}.";
    }
}
