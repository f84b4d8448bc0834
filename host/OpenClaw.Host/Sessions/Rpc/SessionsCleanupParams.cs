using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary>Parameters of <c>sessions.cleanup</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SessionsCleanupParams
{
    [NonEmpty]
    public string? Agent { get; init; }

    public bool? AllAgents { get; init; }

    /// <summary>Removes even where the configuration only warns.</summary>
    public bool? Enforce { get; init; }

    /// <summary>The session the caller looks at; it stays.</summary>
    [NonEmpty]
    public string? ActiveKey { get; init; }

    /// <summary>Sessions here cannot be without their transcript: there is nothing to mend.</summary>
    public bool? FixMissing { get; init; }

    public bool? FixDmScope { get; init; }

    /// <summary>Of this gateway alone: only says what would be done.</summary>
    public bool? DryRun { get; init; }
}
