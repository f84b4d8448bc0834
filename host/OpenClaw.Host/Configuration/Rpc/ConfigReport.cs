using System.Text.Json;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Config;
using WireIssue = OpenClaw.Protocol.Config.ConfigIssue;

namespace OpenClaw.Host.Configuration.Rpc;

/// <summary>Answers <c>config.get</c>: the file as it is on disk now beside what is in force, without any secret.</summary>
internal sealed class ConfigReport(ConfigSource source, StatePaths paths, ISecretRegistry secrets)
{
    private static readonly JsonElement EmptyArray = JsonElement.Parse("[]");
    private static readonly JsonElement False = JsonElement.Parse("false");

    public async ValueTask<ConfigGetResult> CreateAsync(CancellationToken cancellationToken)
    {
        var onDisk = ConfigLoader.Load(paths, source.Overrides);
        var hash = await ConfigHash.OpenAsync(paths, cancellationToken);
        var resolved = onDisk.Resolved ?? new ConfigObject();
        return new ConfigGetResult
        {
            Path = onDisk.Path,
            Exists = onDisk.Exists,
            Raw = RawText(onDisk),
            Parsed = Show(onDisk.Parsed ?? new ConfigObject()),
            SourceConfig = Show(onDisk.Source ?? new ConfigObject()),
            Resolved = Show(resolved),
            RuntimeConfig = Show(MaterialisedDefaults.Apply(source.Document)),
            Config = Show(MaterialisedDefaults.Apply(onDisk.IsValid ? resolved : source.Document)),
            Valid = onDisk.IsValid,
            Hash = hash.Compute(onDisk.Bytes.Span),
            ConfigRevisionHash = hash.ComputeRevision(resolved),
            AppliedConfigHash = hash.ComputeRevision(source.Document),
            Issues = [.. onDisk.Issues.Select(ToWire)],
            Warnings = [.. onDisk.Warnings.Select(ToWire)],
            LegacyIssues = [],
            IncludedPaths = [],
            Other = new Dictionary<string, JsonElement>
            {
                ["includeProvenance"] = EmptyArray,
                ["agentRosterIncludeOwned"] = False,
                ["bindingsIncludeOwned"] = False,
            },
        };
    }

    // Text that does not parse has no places at which to hide its secrets, so it stays here.
    private string? RawText(ConfigLoadResult onDisk) => onDisk is { Text: { } text, Parsed: { } parsed }
        ? secrets.Redact(ConfigRedactor.RedactText(text, parsed))
        : null;

    private static JsonElement Show(ConfigObject document) => ConfigRedactor.Redact(document).ToJsonElement();

    private WireIssue ToWire(Loading.ConfigIssue issue) => new() { Path = issue.Path, Message = secrets.Redact(issue.Message) };
}
