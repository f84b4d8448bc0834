using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using OpenClaw.Channels.WhatsApp.Wire;

namespace OpenClaw.Channels.WhatsApp.Bridge;

/// <summary>Speaks the protocol with a bridge: requests and their answers, and events in the order they came.</summary>
internal sealed class SidecarLink : IAsyncDisposable
{
    public const int LongestLine = 1024 * 1024;

    // A bridge that sends more at once than anybody takes waits: its messages are on disk.
    private const int MostEvents = 512;

    private readonly SidecarProcess _process;
    private readonly TimeProvider _time;
    private readonly LineReader _lines;
    private readonly LineFaults _faults;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> _open = new();
    private readonly Channel<BridgeFrame> _events = System.Threading.Channels.Channel.CreateBounded<BridgeFrame>(new BoundedChannelOptions(MostEvents) { SingleReader = true });
    private readonly CancellationTokenSource _end = new();
    private readonly Task _reading;
    private long _lastId;
    private volatile bool _isGone;

    public SidecarLink(SidecarProcess process, TimeProvider time)
    {
        (_process, _time) = (process, time);
        _lines = new LineReader(process.Output, LongestLine);
        _faults = new LineFaults(time);
        _reading = ReadAsync();
    }

    /// <summary>What comes unasked. Ends when the bridge does.</summary>
    public ChannelReader<BridgeFrame> Events => _events.Reader;

    public SidecarProcess Process => _process;

    /// <summary>Lines that were none of the protocol.</summary>
    public long Skipped => _faults.Count;

    /// <exception cref="BridgeException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<T> CallAsync<T>(string op, JsonObject parameters, JsonTypeInfo<T> type, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var result = await CallAsync(op, parameters, timeout, cancellationToken);
        try
        {
            return result.Deserialize(type) ?? throw BridgeException.Gone($"the bridge answered {op} with nothing");
        }
        catch (JsonException)
        {
            throw BridgeException.Gone($"the bridge answered {op} in a way that cannot be read");
        }
    }

    /// <exception cref="BridgeException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<JsonElement> CallAsync(string op, JsonObject parameters, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var line = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["id"] = id, ["op"] = op, ["params"] = parameters }, BridgeJson.Default.JsonObject);
        if (line.Length >= LongestLine)
            throw new BridgeException(BridgeFault.Refused, $"{op} is too large for the bridge");
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[id] = answer;
        try
        {
            if (_isGone)
                throw new BridgeException(BridgeFault.NotSent, "the bridge is not running");
            using var deadline = new CancellationTokenSource(timeout, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            await WriteAsync(line, both.Token);
            return await answer.Task.WaitAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw BridgeException.Gone($"the bridge did not answer {op} within {timeout.TotalSeconds:0} seconds");
        }
        finally
        {
            _open.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _process.DisposeAsync();
        await _reading;
        _end.Dispose();
        _writing.Dispose();
    }

    private async Task WriteAsync(byte[] line, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            // Half a line would spoil all that follow: once begun it is written to its end or the bridge dies.
            await _process.Input.WriteAsync((byte[])[.. line, (byte)'\n'], _end.Token);
            await _process.Input.FlushAsync(_end.Token);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            throw BridgeException.Gone("the bridge ended while it was asked");
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _lines.ReadAsync(_end.Token) is { } line)
            {
                var frame = BridgeFrame.Read(line.Span);
                // What is skipped is not logged: it may be anything, keys included.
                if ((frame is null || _lines.TooLong > _faults.TooLong) && _faults.IsTooMuch(frame is null, _lines.TooLong))
                    _process.Kill();
                if (frame is { Event: not null })
                    await _events.Writer.WriteAsync(frame, _end.Token);
                else if (frame is { Id: { } id } && _open.TryRemove(id, out var asked))
                    Answer(asked, frame);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // It has ended.
        }

        _isGone = true;
        _events.Writer.TryComplete();
        foreach (var id in _open.Keys)
        {
            if (_open.TryRemove(id, out var asked))
                asked.TrySetException(BridgeException.Gone("the bridge ended before it answered"));
        }
    }

    private static void Answer(TaskCompletionSource<JsonElement> asked, BridgeFrame frame)
    {
        if (frame.Ok == true)
            asked.TrySetResult(frame.Result);
        else
            asked.TrySetException(BridgeException.Of(frame.Error));
    }
}
