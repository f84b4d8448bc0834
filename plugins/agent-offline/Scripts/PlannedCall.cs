namespace OpenClaw.Agents.Offline.Scripts;

/// <summary>A tool call a message asks for.</summary>
/// <param name="Name">The tool, whether it exists or not.</param>
/// <param name="Arguments">The arguments as written, whether they are JSON or not.</param>
internal sealed record PlannedCall(string Name, string Arguments);
