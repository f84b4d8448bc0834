namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Who an account is on its platform.</summary>
internal sealed record ProbedBot(string? Id, string? Username);
