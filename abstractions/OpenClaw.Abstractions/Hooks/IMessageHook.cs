namespace OpenClaw.Hooks;

/// <summary>Has a say in messages of chat channels.</summary>
public interface IMessageHook : IPluginHook
{
    /// <summary>
    /// After a message was taken in from a sender who may write, and before an agent sees it. Asked again for the same message when
    /// the gateway was killed in between.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task<MessageDecision> ReceivedAsync(HookedMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(MessageDecision.Continue);

    /// <summary>Before a text goes out to a channel, whole: it is cut to the channel's sizes afterwards.</summary>
    /// <param name="message">What would be sent.</param>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task<MessageDecision> SendingAsync(HookedMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(MessageDecision.Continue);

    /// <summary>After the channel took it.</summary>
    /// <param name="message">What was sent.</param>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task SentAsync(HookedMessage message, CancellationToken cancellationToken) => Task.CompletedTask;
}
