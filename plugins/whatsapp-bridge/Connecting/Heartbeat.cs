using OpenClaw.Channels.WhatsApp.Bridge;
using OpenClaw.Channels.WhatsApp.Wire;

namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>Asks the bridge whether it lives, and ends one that does not answer. A connection on which nothing comes is replaced.</summary>
internal sealed class Heartbeat(SidecarLink link, TimeProvider time)
{
    private const int MostMissed = 2;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    /// <param name="isOpen">Whether there is a connection to WhatsApp.</param>
    /// <param name="heard">Told how long ago WhatsApp last sent something.</param>
    /// <param name="reconnect">Replaces the connection.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Func<bool> isOpen, Action<TimeSpan> heard, Func<Task> reconnect, CancellationToken cancellationToken)
    {
        for (var missed = 0; missed < MostMissed;)
        {
            await Task.Delay(Interval, time, cancellationToken);
            try
            {
                var pong = await link.CallAsync("ping", [], BridgeJson.Default.PongNote, Patience, cancellationToken);
                missed = 0;
                if (!isOpen() || pong.IdleMs is not (>= 0 and < int.MaxValue))
                    continue;
                var silence = TimeSpan.FromMilliseconds(pong.IdleMs.Value);
                heard(silence);
                if (silence > LongestSilence)
                    await reconnect();
            }
            catch (BridgeException)
            {
                missed++;
            }
        }

        link.Process.Kill();
    }
}
