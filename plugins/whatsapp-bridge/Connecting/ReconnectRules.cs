using OpenClaw.Channels.WhatsApp.Wire;

namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>Says what to do when WhatsApp closed the connection: connect again, at once or after a pause, or leave it.</summary>
internal sealed class ReconnectRules(TimeProvider time, Func<double> random)
{
    public const int MostAttempts = 12;

    private const double Factor = 1.8;
    private const double Jitter = 0.25;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(60);

    private long? _openSince;
    private bool _hasRestarted;

    /// <summary>Tries since the connection was last open for a while.</summary>
    public int Attempts { get; private set; }

    public void Opened() => (_openSince, _hasRestarted) = (time.GetTimestamp(), false);

    /// <param name="close">What WhatsApp said.</param>
    /// <param name="pause">How long to wait before the next try.</param>
    /// <returns>Nothing where there is a next try.</returns>
    public SessionEnd? After(ConnectionNote close, out TimeSpan pause)
    {
        pause = TimeSpan.Zero;
        if (_openSince is { } since && time.GetElapsedTime(since) >= SettledAfter)
            Attempts = 0;
        _openSince = null;
        switch (close)
        {
            case { LoggedOut: true } or { StatusCode: 401 }:
                return new(SessionEndKind.LoggedOut, "WhatsApp removed this device: the phone logged it out, or the account was closed", "logged-out");
            case { StatusCode: 403 }:
                return new(SessionEndKind.Blocked, "WhatsApp forbids the account to connect (403); look at WhatsApp on the phone", "forbidden");
            case { StatusCode: 411 }:
                return new(SessionEndKind.Blocked, "WhatsApp does not take this device (411); log out and link it again", "multidevice-mismatch");
            case { StatusCode: 440 }:
                return new(SessionEndKind.Blocked, "conflict: another program is connected as this device (440); stop it, then run: openclaw channels login --channel whatsapp", "conflict");
            case { RestartRequired: true } or { StatusCode: 515 } when !_hasRestarted:
                _hasRestarted = true;
                return null;
        }

        if (Attempts >= MostAttempts)
            return new(SessionEndKind.GaveUp, $"WhatsApp was not to be reached {MostAttempts} times in a row: {close.Reason ?? "no reason given"}", "unreachable");
        pause = Pause(Attempts++);
        return null;
    }

    private TimeSpan Pause(int attempt)
    {
        var plain = Math.Min(First.TotalSeconds * Math.Pow(Factor, attempt), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(plain * (1 + (Jitter * ((2 * random()) - 1))));
    }
}
