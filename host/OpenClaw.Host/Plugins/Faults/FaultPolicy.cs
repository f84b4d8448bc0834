namespace OpenClaw.Host.Plugins.Faults;

/// <summary>How many faults a plugin may have, and what then becomes of it.</summary>
internal sealed record FaultPolicy
{
    /// <summary>Faults older than this are forgotten.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The weight of faults within the window that ends a plugin.</summary>
    public int Limit { get; init; } = 1_000;

    /// <summary>The first pause; each further one doubles.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A pause is longer or shorter by up to this part, so that plugins that fell together do not return together.</summary>
    public double Jitter { get; init; } = 0.2;

    /// <summary>So many pauses; after the next fall it stays off until a person reloads it.</summary>
    public int MaxPauses { get; init; } = 5;

    /// <summary>A plugin that held out for so long after a pause starts again with the first one.</summary>
    public TimeSpan HealthyAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Four strays, five missed deadlines, twenty failures of loops or timers, or five hundred refused messages.</summary>
    public static int WeightOf(FaultKind kind) => kind switch
    {
        FaultKind.Unhandled => 250,
        FaultKind.Deadline => 200,
        FaultKind.Background => 50,
        _ => 2,
    };
}
