using OpenClaw.Identity;

namespace OpenClaw.Hooks;

/// <summary>Is told about sessions.</summary>
public interface ISessionHook : IPluginHook
{
    /// <summary>Before the older part of a conversation is summed up.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task BeforeCompactionAsync(SessionKey session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After that.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task AfterCompactionAsync(SessionKey session, CancellationToken cancellationToken) => Task.CompletedTask;
}
