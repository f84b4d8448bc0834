using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Connect;

/// <summary>Names of what a gateway serves.</summary>
public sealed record HelloFeatures
{
    /// <summary><c>models.list</c> tells the models that the gateway uses; the command line asks nobody else for them.</summary>
    public const string PublishedModels = "published-model-catalog";

    /// <summary><c>chat.send</c> heeds <c>expectedSessionRoutingContract</c>.</summary>
    public const string RoutingContract = "chat-send-routing-contract";

    /// <summary>Begins the capability that names an epoch. A list of names is the only place where clients that check hello take more.</summary>
    public const string EpochPrefix = "event-resume:";

    /// <summary>Advertised methods.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Events that may arrive.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Optional behaviours.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }

    /// <summary>The epoch of this connection, for <see cref="ConnectResume.Epoch"/> of the next; null when events cannot be resumed.</summary>
    [JsonIgnore]
    public string? ResumeEpoch =>
        Capabilities?.FirstOrDefault(static name => name.StartsWith(EpochPrefix, StringComparison.Ordinal))?[EpochPrefix.Length..];
}
