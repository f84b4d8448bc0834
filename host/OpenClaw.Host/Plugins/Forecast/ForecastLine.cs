namespace OpenClaw.Host.Plugins.Forecast;

/// <summary>What would become of one plugin.</summary>
internal sealed record ForecastLine(string Id, ForecastEffect Effect, string? Reason = null);
