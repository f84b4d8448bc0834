namespace OpenClaw.Bench.Crash;

/// <summary>What a crash run found, as JSON.</summary>
internal sealed record CrashReport
{
    public required bool Holds { get; init; }

    public required IReadOnlyList<string> Channels { get; init; }

    public required int Kills { get; init; }

    public required int Seed { get; init; }

    public required CrashTally Tally { get; init; }

    /// <summary>From the start of a process after a kill until a message that waited was answered, in seconds; each of the trials.</summary>
    public required IReadOnlyList<double> FirstAnswerSeconds { get; init; }

    public required double Minutes { get; init; }
}
