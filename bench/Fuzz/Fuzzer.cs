using System.Net.WebSockets;
using System.Text;

namespace OpenClaw.Bench.Fuzz;

/// <summary>Sends mutants over one connection after the other. Same seed and corpus, same mutants as long as nothing new is learned.</summary>
internal sealed class Fuzzer(Uri address, string token, FrameCorpus corpus, FuzzTally tally, int seed)
{
    private const int FramesPerConnection = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Random _random = new(seed);
    private int _number;
    private string _phase = "";

    /// <summary>Methods that are not called.</summary>
    public Predicate<string> Avoids { get; init; } = static _ => false;

    public async Task RunAsync(CancellationToken stop)
    {
        var mutator = new FrameMutator(_random, corpus);
        while (!stop.IsCancellationRequested)
        {
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                if (_random.Next(8) == 0)
                    await HandshakeAsync(mutator, patience.Token);
                else
                    await ConversationAsync(mutator, patience.Token);
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
            {
                tally.Fault($"seed {seed}, mutant {_number}: {exception.Message} {_phase}");
            }
        }
    }

    /// <summary>A mutant in place of the connect request: it is answered, or the socket is closed.</summary>
    private async Task HandshakeAsync(FrameMutator mutator, CancellationToken cancellationToken)
    {
        _phase = "while connecting";
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, cancellationToken);
        tally.Connected();
        var recorded = Encoding.UTF8.GetString(corpus.Connect(_random));
        var line = new FuzzLine(socket, tally);
        await line.ReadChallengeAsync(cancellationToken);
        _number++;
        tally.Sent();
        var mutant = mutator.Mutate(Encoding.UTF8.GetBytes(recorded.Replace("fake-gateway-token-0123456789abcdef", token, StringComparison.Ordinal)));
        await line.SendAsync(mutant, _random, cancellationToken);
        _phase = Encoding.UTF8.GetString(mutant.AsSpan(0, Math.Min(mutant.Length, 2_000)));
        await line.ReadOneAsync("connect", mutant, corpus, cancellationToken);
        line.Leave();
    }

    private async Task ConversationAsync(FrameMutator mutator, CancellationToken cancellationToken)
    {
        _phase = "while connecting";
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, cancellationToken);
        tally.Connected();
        var line = new FuzzLine(socket, tally);
        await line.ReadChallengeAsync(cancellationToken);
        _phase = "before hello";
        var accepted = line.AnsweredAsync("c", cancellationToken);
        await line.SendAsync(Connect(), null, cancellationToken);
        var reading = line.ReadAsync(corpus, cancellationToken);
        await accepted;
        _phase = "after hello";
        for (var count = 0; count < FramesPerConnection && !line.IsOver; count++)
        {
            var id = $"f{seed}-{_number++}";
            if (FuzzFrame.From(mutator.Mutate(corpus.Frame(_random)), id) is not { } frame || (frame.Method is { } method && Avoids(method)))
                continue;
            tally.Sent();
            line.Expect(frame);
            await line.SendAsync(frame.Bytes, _random, cancellationToken);
        }

        _phase = "at the end of a conversation";
        await line.FinishAsync($"end{_number}", cancellationToken);
        line.Leave();
        await reading;
    }

    private byte[] Connect()
    {
        var scopes = _random.Next(3) switch
        {
            0 => """["operator.read"]""",
            1 => """["operator.read","operator.write","operator.approvals","operator.pairing"]""",
            _ => """["operator.admin"]""",
        };
        return Encoding.UTF8.GetBytes(
            "{\"type\":\"req\",\"id\":\"c\",\"method\":\"connect\",\"params\":{\"minProtocol\":" + (_random.Next(4) == 0 ? 3 : 4) + ",\"maxProtocol\":" + 4
            + ",\"client\":{\"id\":\"cli\",\"version\":\"fuzz\",\"platform\":\"linux\",\"mode\":\"cli\"},\"role\":\"operator\",\"scopes\":" + scopes
            + ",\"caps\":[" + (_random.Next(2) == 0 ? "\"event-resume\",\"tool-events\"" : "") + "],\"auth\":{\"token\":\"" + token + "\"}}}");
    }
}
