namespace OpenClaw.Host.Plugins.Forecast;

/// <summary>What a change of the configuration does to a plugin.</summary>
internal enum ForecastEffect
{
    /// <summary>It notices nothing.</summary>
    Unchanged,

    /// <summary>A new generation takes the place of the old one.</summary>
    Swapped,

    /// <summary>It is loaded.</summary>
    Started,

    /// <summary>It ends.</summary>
    Stopped,

    /// <summary>It cannot be loaded; a generation that runs goes on.</summary>
    Refused,
}
