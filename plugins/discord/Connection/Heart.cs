using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>Beats as often as Discord wants, and hangs up when nothing answers: a line may be open with nobody at its end.</summary>
internal sealed class Heart(GatewaySocket socket, EventProgress progress, TimeSpan interval, TimeProvider time)
{
    private volatile bool _acknowledged = true;
    private volatile bool _isBusy;

    /// <summary>Whether it hung up.</summary>
    public bool FoundDead { get; private set; }

    /// <summary>Whether nobody reads at the moment, on our side: answers may be there then.</summary>
    public bool IsBusy
    {
        set => _isBusy = value;
    }

    public void Acknowledged() => _acknowledged = true;

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
#pragma warning disable CA5394 // Spreads first beats; nothing depends on it being unpredictable.
            await Task.Delay(interval * Random.Shared.NextDouble(), time, stopping);
#pragma warning restore CA5394
            while (true)
            {
                if (!_acknowledged && !_isBusy)
                {
                    FoundDead = true;
                    socket.Abort();
                    return;
                }

                _acknowledged = false;
                await BeatAsync(stopping);
                await Task.Delay(interval, time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The connection has ended.
        }
        catch (Exception)
        {
            // The line is cut, which its reader finds out too; if not, it hears of it now.
            socket.Abort();
        }
    }

    public Task BeatAsync(CancellationToken cancellationToken) =>
        socket.SendAsync(new JsonObject { ["op"] = Opcode.Heartbeat, ["d"] = progress.Stored }, isHeartbeat: true, cancellationToken);
}
