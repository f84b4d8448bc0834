namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>A place.</summary>
internal sealed record Location
{
    public double Latitude { get; init; }

    public double Longitude { get; init; }
}
