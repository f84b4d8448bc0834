namespace OpenClaw.Host.Cli.Output;

/// <summary>The one document a failed command prints with <c>--json</c>.</summary>
internal sealed record CliFailure
{
    public bool Ok { get; init; }

    public required CliError Error { get; init; }

    /// <summary>What the command tried to reach, for failures of the transport.</summary>
    public CliFailedTarget? Gateway { get; init; }
}
