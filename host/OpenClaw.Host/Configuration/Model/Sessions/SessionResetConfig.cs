namespace OpenClaw.Host.Configuration.Model.Sessions;

/// <summary><c>session.reset</c>.</summary>
internal sealed record SessionResetConfig
{
    public SessionResetMode Mode { get; init; } = SessionResetMode.None;

    /// <summary>Hour of the day, local time, for <see cref="SessionResetMode.Daily"/>.</summary>
    public int AtHour { get; init; } = 4;

    /// <summary>Quiet time after which a conversation is over; beside <see cref="SessionResetMode.Daily"/>, the first of both counts.</summary>
    public int? IdleMinutes { get; init; }
}
