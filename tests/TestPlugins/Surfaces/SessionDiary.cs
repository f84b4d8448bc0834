using OpenClaw.Hooks;
using OpenClaw.Identity;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

/// <summary>Writes down what becomes of sessions; waits for a file where the key asks for it.</summary>
public sealed class SessionDiary(IPluginScope scope) : ISessionHook
{
    private readonly Lock _lock = new();

    public async Task SessionStartedAsync(HookedSession session, CancellationToken cancellationToken)
    {
        while (session.Session.Value.Contains("slow", StringComparison.Ordinal) && !File.Exists(Path.Combine(scope.StorageDirectory, "gate")))
            await Task.Delay(TimeSpan.FromMilliseconds(5), scope.Clock, cancellationToken);
        Note($"{session.Session} started {session.ConversationId}");
    }

    public Task SessionEndedAsync(HookedSession session, SessionEndReason reason, CancellationToken cancellationToken)
    {
        Note($"{session.Session} ended {session.ConversationId} {reason}");
        return Task.CompletedTask;
    }

    public Task BeforeCompactionAsync(SessionKey session, CancellationToken cancellationToken)
    {
        Note($"{session} before");
        return Task.CompletedTask;
    }

    public Task AfterCompactionAsync(SessionKey session, CancellationToken cancellationToken)
    {
        Note($"{session} after");
        return Task.CompletedTask;
    }

    private void Note(string line)
    {
        lock (_lock)
            File.AppendAllText(Path.Combine(scope.StorageDirectory, "diary"), line + "\n");
    }
}
