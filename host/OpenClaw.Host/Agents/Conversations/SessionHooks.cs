using OpenClaw.Hooks;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Lives;
using OpenClaw.Identity;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary>Tells hooks of plugins when conversations begin and end: in order, and without keeping a message waiting.</summary>
internal sealed partial class SessionHooks(ILogger<SessionHooks> logger, IPluginCatalog? plugins = null) : ISessionWatcher, IAsyncDisposable
{
    /// <summary>Turns that wait for slow hooks; those beyond are not told.</summary>
    public const int MaxWaiting = 1024;

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;
    private int _waiting;

    public bool Watches => plugins?.Current.Hooks is { Session.Length: > 0 };

    public void Turned(SessionTurn turn)
    {
        lock (_lock)
        {
            if (_stop.IsCancellationRequested)
                return;
            if (_waiting == MaxWaiting)
            {
                LogUntold(logger, (turn.Began ?? turn.Ended)!.Key);
                return;
            }

            _waiting++;
            var before = _last;
            _last = Task.Run(() => TellAsync(before, turn));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_lock)
        {
            _stop.Cancel();
            last = _last;
        }

        await last;
        _stop.Dispose();
    }

    private async Task TellAsync(Task before, SessionTurn turn)
    {
        await before;
        try
        {
            if (turn.Ended is { } ended)
                await TellAsync((hook, token) => hook.SessionEndedAsync(Describe(ended), turn.Reason, token));
            if (turn.Began is { } began)
                await TellAsync((hook, token) => hook.SessionStartedAsync(Describe(began), token));
        }
        catch (OperationCanceledException)
        {
            // The gateway stops, and the plugins have.
        }
        finally
        {
            lock (_lock)
                _waiting--;
        }
    }

    private Task TellAsync(Func<ISessionHook, CancellationToken, Task> tell) =>
        plugins?.Current.Hooks is { } hooks ? HookCalls.TellAsync(hooks.Session, tell, _stop.Token) : Task.CompletedTask;

    private static HookedSession Describe(SessionEntry session) => new()
    {
        Session = new SessionKey(session.Key),
        Agent = new AgentId(session.AgentId),
        ConversationId = session.SessionId,
    };

    [LoggerMessage(3074, LogLevel.Warning, "Hooks of plugins are too slow: a turn of session {SessionKey} is not told to them.")]
    private static partial void LogUntold(ILogger logger, string sessionKey);
}
