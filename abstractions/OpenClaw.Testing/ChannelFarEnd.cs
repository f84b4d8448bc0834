namespace OpenClaw.Testing;

/// <summary>The platform a channel talks to, played by the tests.</summary>
public abstract class ChannelFarEnd : IAsyncDisposable
{
    /// <summary>Settings of an account that reaches this far end, a JSON object.</summary>
    public abstract string Settings { get; }

    /// <summary>Somebody writes in a chat. The platform offers the message until it is acknowledged.</summary>
    /// <param name="id">The platform's id of the message.</param>
    /// <param name="chat">The chat.</param>
    /// <param name="text">The text.</param>
    public abstract Task WriteAsync(string id, string chat, string text);

    /// <summary>Waits for the next text that the channel sent.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract Task<string> NextSentAsync(CancellationToken cancellationToken);

    /// <summary>Ends the far end.</summary>
    public abstract ValueTask DisposeAsync();
}
