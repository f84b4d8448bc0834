using System.Threading.Channels;

namespace OpenClaw.Host.Storage.Watching;

/// <summary>Turns a burst of changes into one, once it is over. However many there are, one is remembered.</summary>
internal sealed class QuietSignal(TimeProvider time)
{
    private readonly Channel<bool> _changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Raise() => _changes.Writer.TryWrite(true);

    /// <summary>Returns when something changed and then nothing did for a while.</summary>
    /// <param name="quiet">For how long nothing must change.</param>
    /// <param name="longest">A burst that goes on and on is looked at after so long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitAsync(Func<TimeSpan> quiet, TimeSpan longest, CancellationToken cancellationToken)
    {
        await _changes.Reader.ReadAsync(cancellationToken);
        var began = time.GetTimestamp();
        do
        {
            await Task.Delay(quiet(), time, cancellationToken);
        }
        while (_changes.Reader.TryRead(out _) && time.GetElapsedTime(began) < longest);
    }
}
