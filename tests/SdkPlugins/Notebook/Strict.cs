using OpenClaw.Hooks;

namespace OpenClaw.SdkPlugins.Notebook;

/// <summary>Stops what is too long.</summary>
public sealed class Strict : IMessageHook
{
    public Task<MessageDecision> ReceivedAsync(HookedMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Task.FromResult(message.Text.Length > 20 ? MessageDecision.Stop("too long") : MessageDecision.Continue);
    }
}
