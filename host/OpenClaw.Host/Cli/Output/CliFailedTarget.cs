namespace OpenClaw.Host.Cli.Output;

/// <summary>The gateway a command could not reach.</summary>
internal sealed record CliFailedTarget(string Url, string UrlSource, string BindDetail);
