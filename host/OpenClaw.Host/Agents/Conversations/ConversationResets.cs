using OpenClaw.Hooks;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Resets;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary>Empties and deletes sessions: ends their runs first, and keeps at it when new ones come in between.</summary>
internal sealed class ConversationResets(AgentRuntime runtime, SessionStore sessions, SessionEditor editor, SessionFeed feed)
{
    private const int Attempts = 3;

    /// <param name="address">The session; made when there is none.</param>
    /// <param name="reason">What listeners are told.</param>
    /// <param name="check">Throws when the caller believes something else of the session than what is.</param>
    /// <param name="cancellationToken">Gives up before the change, never in its middle.</param>
    public async ValueTask<SessionEntry> ResetAsync(
        SessionAddress address, string reason, Action<SessionEntry> check, CancellationToken cancellationToken)
    {
        await CheckAsync(address.Key, check, cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await runtime.AbortAsync(address.Key, runId: null, cancellationToken);
            if (await editor.ResetAsync(address, check, cancellationToken) is { } entry)
            {
                feed.Changed(address.Key, reason);
                return entry;
            }
        }

        throw Busy(address.Key);
    }

    /// <summary>Takes a message that begins a new conversation: what runs is ended first, then both are stored in one piece.</summary>
    /// <param name="request">The message.</param>
    /// <param name="accept">Stores it.</param>
    /// <param name="cancellationToken">Gives up before, never in the middle.</param>
    public async ValueTask<T> BeginAnewAsync<T>(RunRequest request, Func<ValueTask<T>> accept, CancellationToken cancellationToken)
    {
        var key = request.Session.Key;
        await CheckAsync(key, entry => request.Expected?.Check(entry), cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await runtime.AbortForAsync(request, cancellationToken);
            try
            {
                return await accept();
            }
            catch (SessionBusyException)
            {
                // Another message was faster.
            }
        }

        throw Busy(key);
    }

    /// <returns>The session as it was; nothing when there was none.</returns>
    public async ValueTask<SessionRemoval> DeleteAsync(
        string key, bool keepTranscript, Action<SessionEntry> check, CancellationToken cancellationToken)
    {
        await CheckAsync(key, check, cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await runtime.AbortAsync(key, runId: null, cancellationToken);
            var removal = await editor.DeleteAsync(key, keepTranscript, SessionEndReason.Deleted, check, cancellationToken);
            if (removal.Deleted is { } gone)
                feed.Deleted(gone);
            if (!removal.IsBusy)
                return removal;
        }

        throw Busy(key);
    }

    private static RpcException Busy(string key) =>
        RpcException.Unavailable($"{key} gets new messages faster than its runs can be ended; try again", retryable: true);

    // A caller who is mistaken must not end anybody's run.
    private async ValueTask CheckAsync(string key, Action<SessionEntry> check, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(key, cancellationToken) is { } entry)
            check(entry);
    }
}
