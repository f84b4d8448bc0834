using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli.Commands;

/// <summary>What <c>config validate</c> found.</summary>
internal sealed record ConfigValidation
{
    /// <summary>Present, and false, only when there are issues.</summary>
    public bool? Ok { get; init; }

    public CliError? Error { get; init; }

    public required bool Valid { get; init; }

    public required string Path { get; init; }

    public IReadOnlyList<ConfigFinding>? Issues { get; init; }

    public required IReadOnlyList<ConfigFinding> Warnings { get; init; }
}
