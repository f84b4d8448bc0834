using OpenClaw.Host.Configuration.Loading;

namespace OpenClaw.Host.Cli.Commands;

/// <summary>One finding of <c>config validate</c>.</summary>
internal sealed record ConfigFinding(string Path, string Message, int? Line, string? Fix)
{
    public static ConfigFinding From(ConfigIssue issue) => new(issue.DisplayPath, issue.Message, issue.Line, issue.Fix);
}
