namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Answer of <c>system.which</c>: where programs are; those that are not here are left out.</summary>
internal sealed record WhichResult(IReadOnlyDictionary<string, string> Bins);
