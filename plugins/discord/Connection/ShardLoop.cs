using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>Keeps one connection up: the next one follows the end of each, goes on with its session where it can, and comes later each time it fails.</summary>
internal sealed partial class ShardLoop(GatewayAccount account, GatewayFinder finder, ShardId shard, ShardSession session)
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(20);

    private readonly ReconnectPauses _pauses = new();
    private readonly TaskCompletionSource<ConnectionEnd?> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ShardSession Session => session;

    /// <summary>Nothing when the first connection is live; what came instead when none can be, or the first try ended.</summary>
    public Task<ConnectionEnd?> First => _first.Task;

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var (end, wasLive, lived) = await OnceAsync(stopping);
                _first.TrySetResult(end);
                if (stopping.IsCancellationRequested)
                    return;
                if (end.Kind is EndKind.Fatal or EndKind.Reshard)
                {
                    // The gateway starts the account anew, and the start says for good what is wrong.
                    LogGivenUp(account.Logger, shard.Number, end.Reason);
                    account.Health.GiveUp(end.Reason);
                    return;
                }

                account.Health.Down(shard.Number, end.Reason);
                var pause = _pauses.Next(wasLive, lived);
                LogEnded(account.Logger, shard.Number, end.Reason, session.CanResume);
                await Task.Delay(pause > end.Pause ? pause : end.Pause, account.Time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The account stops.
        }
        finally
        {
            _first.TrySetResult(new ConnectionEnd(EndKind.Resume, "the account was stopped"));
        }
    }

    private async Task<(ConnectionEnd End, bool WasLive, TimeSpan Lived)> OnceAsync(CancellationToken stopping)
    {
        var began = account.Time.GetTimestamp();
        if (!session.CanResume)
            session.Forget();
        var resumes = session.CanResume;
        // Before the connection is made: Discord does not wait long for a word.
        var (usual, problem) = await finder.FindAsync(mayIdentify: !resumes, stopping);
        if (usual is null)
            return (problem!, false, default);
        using var introduction = resumes ? null : await account.Gate.EnterAsync(shard.Number % finder.Concurrency, stopping);
        GatewaySocket socket;
        try
        {
            socket = await ConnectAsync(resumes ? session.PlaceOr(usual) : usual, stopping);
        }
        catch (Exception error) when (error is WebSocketException or HttpRequestException or IOException || (error is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            session.Unreachable();
            return (new ConnectionEnd(EndKind.Resume, "the gateway of Discord cannot be reached"), false, default);
        }

        var stored = session.Progress.Stored;
        await using (socket)
        {
            var connection = new ShardConnection(account, shard, session, socket, () => _first.TrySetResult(null));
            var end = await connection.LiveAsync(introduction, stopping);
            Judge(end, resumes && !connection.IsLive && session.Progress.Stored == stored, stopping);
            return (end, connection.IsLive, account.Time.GetElapsedTime(began));
        }
    }

    private void Judge(ConnectionEnd end, bool resumeFailed, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
            return;
        if (end.Kind == EndKind.Identify)
            session.Forget();
        else if (resumeFailed)
            session.ResumeFailed();
    }

    private async Task<GatewaySocket> ConnectAsync(Uri address, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(ConnectPatience, account.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        return await GatewaySocket.ConnectAsync(address, account.Http, account.Time, either.Token);
    }

    [LoggerMessage(11, LogLevel.Information, "Connection {Shard} to Discord ended: {Reason}. Its session goes on: {Resumes}.")]
    private static partial void LogEnded(ILogger logger, int shard, string reason, bool resumes);

    [LoggerMessage(12, LogLevel.Error, "Connection {Shard} to Discord is given up: {Reason}")]
    private static partial void LogGivenUp(ILogger logger, int shard, string reason);
}
