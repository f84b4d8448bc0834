namespace OpenClaw.Client.Transport;

/// <summary>Waits between attempts: one second, doubled up to thirty, each shortened by chance so that clients of one gateway do not return at once.</summary>
internal sealed class ReconnectDelays(Func<double> random)
{
    private const double Spread = 0.2;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan _next = First;

    public ReconnectDelays()
        : this(Random.Shared.NextDouble)
    {
    }

    public TimeSpan Next()
    {
        var delay = _next * (1 - (Spread * random()));
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return delay;
    }

    public void Reset() => _next = First;
}
