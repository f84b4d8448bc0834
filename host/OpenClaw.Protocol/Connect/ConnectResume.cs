using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>Asks for the events that were missed since an earlier connection of the same client.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConnectResume
{
    /// <summary>What the last hello named; see <see cref="HelloFeatures.ResumeEpoch"/>.</summary>
    [NonEmpty]
    public required string Epoch { get; init; }

    /// <summary>The number of the last event that arrived on that connection; 0 when none did.</summary>
    public required long Seq { get; init; }
}
