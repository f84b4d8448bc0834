using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text.Json;
using OpenClaw.Host.Gateway.Transport;

namespace OpenClaw.Host.Tests.Gateway;

/// <summary>What a connection is sent, in which order, and what is left out.</summary>
public sealed class OutboundQueueTests : IDisposable
{
    private const int MaxBytes = 4_000;

    private static readonly CloseFrame Overflow = new(1008, "slow consumer");

    private readonly WebSocket _ours;
    private readonly WebSocket _theirs;
    private readonly OutboundQueue _queue;

    public OutboundQueueTests()
    {
        var (there, back) = (new Pipe(), new Pipe());
        _ours = WebSocket.CreateFromStream(new Duplex(back.Reader.AsStream(), there.Writer.AsStream()), isServer: true, null, TimeSpan.Zero);
        _theirs = WebSocket.CreateFromStream(new Duplex(there.Reader.AsStream(), back.Writer.AsStream()), isServer: false, null, TimeSpan.Zero);
        _queue = new OutboundQueue(_ours, MaxBytes, Overflow);
    }

    [Fact]
    public async Task What_is_kept_back_follows_the_first_frame_in_its_order()
    {
        _queue.Hold();
        Assert.Equal(SendStatus.Queued, _queue.Broadcast(Event("one"), droppable: false, out _));
        Assert.Equal(SendStatus.Queued, _queue.Send(Event("aside")));
        Assert.Equal(SendStatus.Queued, _queue.Broadcast(Event("two"), droppable: true, out _));
        Assert.Equal(SendStatus.Queued, _queue.Release(Event("hello")));
        _queue.Broadcast(Event("three"), droppable: false, out _);

        Assert.Equal(["hello", "one 1", "aside", "two 2", "three 3"], await HearAsync(5));
    }

    [Fact]
    public async Task Nothing_that_was_kept_back_reaches_a_connection_that_was_closed_meanwhile()
    {
        _queue.Hold();
        _queue.Broadcast(Event("secret"), droppable: false, out _);
        Assert.True(_queue.Close(new CloseFrame(4001, "device removed")));
        Assert.Equal(SendStatus.Closed, _queue.Release(Event("hello")));

        Assert.Equal(["4001 device removed"], await HearAsync(1));
    }

    [Fact]
    public async Task A_droppable_event_past_the_bound_is_left_out_and_its_number_is_used_up()
    {
        _queue.Hold();
        Assert.Equal(SendStatus.Queued, _queue.Broadcast(Event("one"), droppable: false, out _));
        Assert.Equal(SendStatus.Dropped, _queue.Broadcast(Event("big", MaxBytes), droppable: true, out var dropped));
        Assert.Equal(2, dropped);
        Assert.Equal(SendStatus.Queued, _queue.Broadcast(Event("small"), droppable: true, out _));
        _queue.Release(Event("hello"));

        Assert.Equal(["hello", "one 1", "small 3"], await HearAsync(3));
    }

    [Fact]
    public async Task Any_other_event_past_the_bound_ends_the_connection_and_what_waited_is_not_sent()
    {
        _queue.Hold();
        _queue.Broadcast(Event("one"), droppable: false, out _);
        Assert.Equal(SendStatus.Overflowed, _queue.Broadcast(Event("big", MaxBytes), droppable: false, out _));
        Assert.Equal(SendStatus.Closed, _queue.Release(Event("hello")));

        Assert.Equal(["1008 slow consumer"], await HearAsync(1));
    }

    public void Dispose()
    {
        _ours.Dispose();
        _theirs.Dispose();
    }

    private static OutboundFrame Event(string name, int size = 10) =>
        new() { EventName = name, Payload = JsonSerializer.SerializeToUtf8Bytes(new string('x', size)) };

    private async Task<List<string>> HearAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var heard = new List<string>();
        var buffer = new byte[64 * 1024];
        while (heard.Count < count)
        {
            var received = await _theirs.ReceiveAsync(buffer, patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                heard.Add($"{(int)received.CloseStatus!} {received.CloseStatusDescription}");
                continue;
            }

            var frame = JsonElement.Parse(buffer.AsSpan(0, received.Count));
            heard.Add(frame.GetProperty("event").GetString() + (frame.TryGetProperty("seq", out var seq) ? $" {seq.GetInt64()}" : ""));
        }

        return heard;
    }

    /// <summary>One end of a connection made of two pipes.</summary>
    private sealed class Duplex(Stream read, Stream write) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => write.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => write.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => read.ReadAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => write.WriteAsync(buffer, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                read.Dispose();
                write.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
