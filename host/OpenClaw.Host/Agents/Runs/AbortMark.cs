namespace OpenClaw.Host.Agents.Runs;

/// <summary>Marks a stored answer that was cut off on request.</summary>
internal sealed record AbortMark(bool Aborted, string Origin, string RunId);
