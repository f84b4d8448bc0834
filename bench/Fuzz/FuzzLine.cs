using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace OpenClaw.Bench.Fuzz;

/// <summary>One connection under fuzz: what is owed on it, and how it ended.</summary>
internal sealed class FuzzLine(ClientWebSocket socket, FuzzTally tally)
{
    private const string HandlerFailed = "the gateway failed to handle this request";
    private const int InternalError = 1011;
    private const int CutOff = 1006;
    private const int Shown = 2_000;

    private readonly ConcurrentDictionary<string, (FuzzFrame? Frame, TaskCompletionSource Answer)> _owed = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] _mutant = [];
    private volatile bool _isDone;
    private byte[] _buffer = new byte[64 * 1024];

    public bool IsOver => _over.Task.IsCompleted;

    public void Expect(FuzzFrame frame)
    {
        if (frame.Id is { } id)
            _owed[id] = (frame, NewAnswer());
        _mutant = frame.Bytes;
    }

    public async Task ReadChallengeAsync(CancellationToken cancellationToken)
    {
        var challenge = await ReceiveAsync(cancellationToken);
        if (challenge is null)
            tally.Fault("A socket was closed before its challenge.");
    }

    /// <summary>In one frame or in several, as text or as bytes: both are the same message.</summary>
    public async Task SendAsync(byte[] message, Random? random, CancellationToken cancellationToken)
    {
        try
        {
            // Text that is no UTF-8 ends a connection at once (1007); as bytes it gets to the reader of frames.
            var isBinary = random is not null && random.Next(10) == 0 != !Utf8.IsValid(message);
            var type = isBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
            var cut = random?.Next(10) == 0 ? random.Next(message.Length + 1) : 0;
            if (cut > 0)
                await socket.SendAsync(message.AsMemory(0, cut), type, false, cancellationToken);
            await socket.SendAsync(message.AsMemory(cut), type, true, cancellationToken);
        }
        catch (Exception exception) when (IsLoss(exception, cancellationToken))
        {
            // The gateway had enough; the reader notes how it said so.
        }
    }

    public Task AnsweredAsync(string id, CancellationToken cancellationToken) =>
        Task.WhenAny(_owed.GetOrAdd(id, _ => (null, NewAnswer())).Answer.Task, _over.Task).WaitAsync(cancellationToken);

    /// <summary>Waits for everything that is owed; a connection that the gateway closed owes nothing.</summary>
    public async Task FinishAsync(string id, CancellationToken cancellationToken)
    {
        var last = AnsweredAsync(id, cancellationToken);
        await SendAsync(Encoding.UTF8.GetBytes("{\"type\":\"req\",\"id\":\"" + id + "\",\"method\":\"health\"}"), null, cancellationToken);
        try
        {
            await last;
            await Task.WhenAny(Task.WhenAll(_owed.Values.Select(static owed => owed.Answer.Task)), _over.Task).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            foreach (var (missing, owed) in _owed)
            {
                if (!owed.Answer.Task.IsCompleted)
                    tally.NotAnswered(owed.Frame is { } frame ? Show(frame.Bytes) : missing);
            }
        }
    }

    public async Task ReadOneAsync(string method, byte[] mutant, FrameCorpus corpus, CancellationToken cancellationToken)
    {
        _mutant = mutant;
        if (await ReceiveAsync(cancellationToken) is { } frame)
            Take(frame, method, mutant, corpus);
    }

    public async Task ReadAsync(FrameCorpus corpus, CancellationToken cancellationToken)
    {
        try
        {
            while (await ReceiveAsync(cancellationToken) is { } frame)
                Take(frame, null, null, corpus);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // We were done with the connection.
        }

        _over.TrySetResult();
    }

    /// <summary>What the gateway does from here on is of no interest.</summary>
    public void Leave()
    {
        _isDone = true;
        socket.Abort();
    }

    private void Take(JsonDocument frame, string? method, byte[]? mutant, FrameCorpus corpus)
    {
        using var closing = frame;
        var root = frame.RootElement;
        if (!root.GetProperty("type").ValueEquals("res") || root.GetProperty("id").GetString() is not { } id)
            return;
        var owed = _owed.GetValueOrDefault(id);
        owed.Answer?.TrySetResult();
        method ??= owed.Frame?.Method;
        mutant ??= owed.Frame?.Bytes;
        var answer = root.GetProperty("ok").GetBoolean() ? "ok" : Reason(root.GetProperty("error"));
        if (answer.Contains(HandlerFailed, StringComparison.Ordinal))
            tally.Fault($"a handler threw, {answer} to {method ?? "a second answer"}: {Show(mutant ?? [])}");
        if (method is not null && mutant is not null && tally.Answered(method, Kind(root), mutant) && method != "connect")
            corpus.Grow(mutant);
    }

    private async Task<JsonDocument?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length)
                Array.Resize(ref _buffer, _buffer.Length * 2);
            ValueWebSocketReceiveResult received;
            try
            {
                received = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            }
            catch (Exception exception) when (IsLoss(exception, cancellationToken))
            {
                // Cut off, as peers are that send too much to be read to the end.
                if (!_isDone)
                    tally.Closed(CutOff);
                return null;
            }

            length += received.Count;
            if (received.MessageType == WebSocketMessageType.Close)
            {
                var code = (int)(socket.CloseStatus ?? 0);
                tally.Closed(code);
                if (code == InternalError)
                    tally.Fault($"a connection failed inside the gateway (1011), at or before: {Show(_mutant)}");
                return null;
            }

            if (received.EndOfMessage)
                return JsonDocument.Parse(_buffer.AsMemory(0, length));
        }
    }

    // A socket that was cut off calls what is under way on it cancelled, and what comes after it a use of something disposed.
    private static bool IsLoss(Exception exception, CancellationToken cancellationToken) =>
        exception is WebSocketException or ObjectDisposedException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static string Kind(JsonElement answer) =>
        answer.GetProperty("ok").GetBoolean() ? "ok" : answer.GetProperty("error").GetProperty("code").GetString()!;

    private static string Reason(JsonElement error) => error.GetProperty("message").GetString() ?? "";

    private static string Show(byte[] mutant)
    {
        var text = Encoding.UTF8.GetString(mutant);
        return text.Length > Shown ? text[..Shown] : text;
    }

    private static TaskCompletionSource NewAnswer() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
