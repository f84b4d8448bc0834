namespace OpenClaw.Host.Cli.Output;

/// <summary>Rows under headings.</summary>
internal sealed record CliTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);
