namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>Facts about a command that may not run, for programs.</summary>
internal sealed record CommandRefusedDetails(string Reason, string Command);
