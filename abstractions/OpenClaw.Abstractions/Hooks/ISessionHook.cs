using OpenClaw.Identity;

namespace OpenClaw.Hooks;

/// <summary>Is told about sessions.</summary>
public interface ISessionHook : IPluginHook
{
    /// <summary>
    /// After a session began a conversation: with its first message, or when it was created or begun anew. What begins or ends in the
    /// last moment before the gateway is killed may go untold.
    /// </summary>
    /// <param name="session">The session and its new conversation.</param>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task SessionStartedAsync(HookedSession session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After a conversation ended. Told before the start of the one that takes its place.</summary>
    /// <param name="session">The session and the conversation that ended.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task SessionEndedAsync(HookedSession session, SessionEndReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before the older part of a conversation is summed up.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task BeforeCompactionAsync(SessionKey session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After that.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task AfterCompactionAsync(SessionKey session, CancellationToken cancellationToken) => Task.CompletedTask;
}
