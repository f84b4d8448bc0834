using System.Threading.Channels;
using OpenClaw.Channels;
using OpenClaw.Plugins;

namespace OpenClaw.Testing;

/// <summary>An inbox that collects what a channel hands over.</summary>
public sealed class TestInbox : IChannelInbox
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Channel<InboundMessage> _messages = System.Threading.Channels.Channel.CreateUnbounded<InboundMessage>();
    private int _failures;
    private volatile bool _closed;

    /// <summary>How often something was handed over, repeats included.</summary>
    public int Offers { get; private set; }

    /// <summary>Lets the next offers fail, as a full disk does; the channel must not acknowledge those and offer them again.</summary>
    /// <param name="offers">How many.</param>
    public void FailNext(int offers) => Volatile.Write(ref _failures, offers);

    /// <summary>Waits for the next message that was not seen before.</summary>
    /// <param name="patience">How long; null for ten seconds.</param>
    public async Task<InboundMessage> NextAsync(TimeSpan? patience = null)
    {
        using var deadline = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(10));
        try
        {
            return await _messages.Reader.ReadAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("No message reached the inbox.");
        }
    }

    /// <inheritdoc/>
    public ValueTask<InboundReceipt> AcceptAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (_closed)
            throw new PluginStoppedException("The account was stopped.");
        lock (_gate)
        {
            Offers++;
            if (Interlocked.Decrement(ref _failures) >= 0)
                throw new IOException("The inbox cannot store anything now.");
            if (!_seen.Add(message.EventId ?? message.MessageId))
                return ValueTask.FromResult(new InboundReceipt(InboundDisposition.Duplicate));
        }

        _messages.Writer.TryWrite(message);
        return ValueTask.FromResult(new InboundReceipt(InboundDisposition.Stored));
    }

    internal void Close() => _closed = true;
}
