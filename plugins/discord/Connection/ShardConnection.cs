using System.Net.WebSockets;
using System.Text.Json;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>One connection from its HELLO to its end.</summary>
internal sealed class ShardConnection(GatewayAccount account, ShardId shard, ShardSession session, GatewaySocket socket, Action live)
{
    private static readonly TimeSpan HelloPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LivePatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(5);

    // What came on this connection belongs to this session, also when another one has begun since.
    private readonly EventProgress _progress = session.Progress;
    private Heart? _heart;

    /// <summary>Whether it came as far as events.</summary>
    public bool IsLive { get; private set; }

    /// <param name="introduction">The turn to introduce itself; nothing where the session is resumed.</param>
    /// <param name="stopping">Cancelled when the account stops.</param>
    public async Task<ConnectionEnd> LiveAsync(IDisposable? introduction, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var beating = Task.CompletedTask;
        try
        {
            var hello = await WithinAsync(HelloPatience, stopping);
            if (hello is null)
                return Ended();
            if (hello.Op != Opcode.Hello || IntervalOf(hello.D) is not { } interval)
                return new ConnectionEnd(EndKind.Resume, "Discord did not begin with HELLO");
            _heart = new Heart(socket, _progress, interval, account.Time);
            beating = _heart.RunAsync(ending.Token);
            await socket.SendAsync(introduction is null ? Greetings.Resume(account, session) : Greetings.Identify(account, shard), isHeartbeat: false, stopping);
            introduction?.Dispose();
            return await ListenAsync(_heart, stopping);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // A line that is hung up on our side ends like this too.
            return IsLive || _heart is { FoundDead: true }
                ? Ended()
                : new ConnectionEnd(EndKind.Resume, $"Discord did not {(_heart is null ? "say HELLO" : "begin to send events")} in time");
        }
        catch (Exception error) when (error is WebSocketException or IOException or HttpRequestException)
        {
            return Ended();
        }
        finally
        {
            await ending.CancelAsync();
            await beating;
            await HangUpAsync();
        }
    }

    private async Task<ConnectionEnd> ListenAsync(Heart heart, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(LivePatience, account.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        while (true)
        {
            var frame = await socket.ReceiveAsync(IsLive ? stopping : either.Token);
            if (frame is null)
                return Ended();
            switch (frame.Op)
            {
                case Opcode.Dispatch:
                    // What is said again before the session goes on may be much, and may have to wait for room here.
                    patience.CancelAfter(Timeout.InfiniteTimeSpan);
                    await DispatchAsync(frame, heart, stopping);
                    patience.CancelAfter(LivePatience);
                    break;
                case Opcode.Heartbeat:
                    await heart.BeatAsync(stopping);
                    break;
                case Opcode.HeartbeatAck:
                    heart.Acknowledged();
                    account.Health.Heard();
                    break;
                case Opcode.Reconnect:
                    return new ConnectionEnd(EndKind.Resume, "Discord asked for another connection");
                case Opcode.InvalidSession:
                    return Invalid(frame.D);
                default:
                    // Nothing that is known, or nothing that can be read: the next one may be.
                    break;
            }
        }
    }

    private async ValueTask DispatchAsync(GatewayFrame frame, Heart heart, CancellationToken stopping)
    {
        if (frame.S is not { } number || frame.T is not { Length: > 0 and <= 64 } name || _progress.IsJump(number) || !_progress.Begin(number))
            return;
        switch (name)
        {
            case "READY":
                Began(frame.D);
                _progress.Done(number);
                await account.Remember();
                return;
            case "RESUMED":
                session.Resumed();
                Live();
                _progress.Done(number);
                return;
        }

        heart.IsBusy = true;
        try
        {
            await account.Sink.TakeAsync(new GatewayEvent(name, frame.D, $"{session.Id}:{number}"), () => _progress.Done(number), stopping);
        }
        finally
        {
            heart.IsBusy = false;
        }
    }

    private void Began(JsonElement content)
    {
        var ready = Receiving.EventReader.Read(content, DiscordJson.Default.Ready);
        if (ready is null)
            return;
        session.Begin(ready.SessionId, account.Address.Gateway(ready.ResumeGatewayUrl));
        Live();
        account.Sink.Began(shard, ready);
    }

    private void Live()
    {
        IsLive = true;
        account.Health.Up(shard.Number);
        live();
    }

    private ConnectionEnd Ended()
    {
        var end = _heart is { FoundDead: true }
            ? new ConnectionEnd(EndKind.Resume, "Discord did not answer a heartbeat")
            : CloseCodes.Of(socket.CloseCode);
        account.Health.Ended(socket.CloseCode, end.Reason);
        return end;
    }

    private static ConnectionEnd Invalid(JsonElement canResume) => canResume.ValueKind == JsonValueKind.True
        ? new ConnectionEnd(EndKind.Resume, "Discord could not go on with the session now")
#pragma warning disable CA5394 // Discord asks for one to five seconds by chance.
        : new ConnectionEnd(EndKind.Identify, "Discord has forgotten the session", TimeSpan.FromSeconds(1 + (4 * Random.Shared.NextDouble())));
#pragma warning restore CA5394

    private async Task<GatewayFrame?> WithinAsync(TimeSpan time, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(time, account.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        return await socket.ReceiveAsync(either.Token);
    }

    private async Task HangUpAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await socket.CloseAsync(patience.Token);
    }

    private static TimeSpan? IntervalOf(JsonElement hello) =>
        hello.ValueKind == JsonValueKind.Object && hello.TryGetProperty("heartbeat_interval", out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var milliseconds) && double.IsFinite(milliseconds)
            ? TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, ShortestInterval.TotalMilliseconds, LongestInterval.TotalMilliseconds))
            : null;
}
