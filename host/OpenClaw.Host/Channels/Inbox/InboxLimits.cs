namespace OpenClaw.Host.Channels.Inbox;

/// <summary>Bounds of received messages that configuration does not name.</summary>
internal sealed record InboxLimits
{
    public int MaxIdLength { get; init; } = 512;

    /// <summary>Longest text of a message in UTF-16 units; a longer one is refused.</summary>
    public int MaxTextLength { get; init; } = 262_144;

    /// <summary>Longest of names, titles and other labels; longer ones are cut.</summary>
    public int MaxLabelLength { get; init; } = 256;

    public int MaxQuoteLength { get; init; } = 4_000;

    public int MaxMedia { get; init; } = 20;

    public long MaxMediaBytes { get; init; } = 100L * 1024 * 1024;

    public TimeSpan MediaTimeout { get; init; } = TimeSpan.FromMinutes(2);

    public int MaxFactsLength { get; init; } = 16_384;

    /// <summary>Messages of one account that nobody has looked at; from then on the channel waits and so does its platform.</summary>
    public int MaxWaiting { get; init; } = 10_000;

    /// <summary>How many messages one sender may write at once; what is beyond that is refused.</summary>
    public int SenderBurst { get; init; } = 1_000;

    /// <summary>How many more they may write each second.</summary>
    public double SenderPerSecond { get; init; } = 10;

    /// <summary>How long a message's id is known.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a conversation rests when the queue of its session is full; doubled until <see cref="BusyPause"/>.</summary>
    public TimeSpan FirstBusyPause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a conversation rests after its message could not be handed on.</summary>
    public TimeSpan BusyPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After so many failures a message is set aside for a person, and its sender is told.</summary>
    public int MaxFailures { get; init; } = 8;

    /// <summary>Failed messages whose content is kept, the newest; all of them go with <see cref="Retention"/>.</summary>
    public int MaxFailed { get; init; } = 10_000;
}
