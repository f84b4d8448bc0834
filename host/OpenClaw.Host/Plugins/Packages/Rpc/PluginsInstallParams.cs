using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary>Parameters of <c>plugins.install</c>. The last five are this gateway's own.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PluginsInstallParams
{
    public const string Nuget = "nuget";
    public const string Local = "local";
    public const string Update = "update";
    public const string Rollback = "rollback";

    [AllowedValues("install", Update, Rollback)]
    public string? Mode { get; init; }

    public bool? AcknowledgeInstallPolicyWarning { get; init; }

    public AcknowledgedCapabilities? AcknowledgeCapabilities { get; init; }

    [AllowedValues("clawhub", "official", "npm", "git", Local, "npm-pack", "marketplace", "bundled", Nuget)]
    public required string Source { get; init; }

    [NonEmpty]
    public string? PackageName { get; init; }

    [NonEmpty]
    public string? Version { get; init; }

    [NonEmpty]
    public string? ExpectedPluginId { get; init; }

    [NonEmpty]
    public string? ExpectedIntegrity { get; init; }

    [NonEmpty]
    public string? PluginId { get; init; }

    public bool? Pin { get; init; }

    [NonEmpty]
    public string? Spec { get; init; }

    [NonEmpty]
    public string? Path { get; init; }

    public bool? Link { get; init; }

    [NonEmpty]
    public string? ArchivePath { get; init; }

    [NonEmpty]
    public string? Marketplace { get; init; }

    [NonEmpty]
    public string? Plugin { get; init; }

    /// <summary>The one package source to ask: a name of nuget.config, an address or a folder.</summary>
    [NonEmpty]
    public string? Feed { get; init; }

    public bool? AllowDowngrade { get; init; }

    public bool? Force { get; init; }

    public bool? DryRun { get; init; }
}
