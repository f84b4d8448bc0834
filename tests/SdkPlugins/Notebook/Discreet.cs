using OpenClaw.Hooks;

namespace OpenClaw.SdkPlugins.Notebook;

/// <summary>Notes what is said, and changes one word of it.</summary>
public sealed class Discreet(Notes notes) : IMessageHook, ISessionHook
{
    public Task<MessageDecision> ReceivedAsync(HookedMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Task.FromResult(MessageDecision.Replace(message.Text.Replace("secret", "matter", StringComparison.Ordinal)));
    }

    public Task SessionEndedAsync(HookedSession session, SessionEndReason reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        notes.Add($"{session.Session}: {reason}");
        return Task.CompletedTask;
    }
}
