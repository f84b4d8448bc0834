namespace OpenClaw.Host.Cli.Probing;

/// <summary>Something a probe found that calls for attention.</summary>
internal sealed record ProbeWarning(string Code, string Message, IReadOnlyList<string> TargetIds);
