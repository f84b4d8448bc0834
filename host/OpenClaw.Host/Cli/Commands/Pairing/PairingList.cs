using System.Text.Json.Serialization;

namespace OpenClaw.Host.Cli.Commands.Pairing;

/// <summary>What <c>pairing list</c> prints for scripts.</summary>
/// <param name="Channel">The channel; null when several were asked about.</param>
/// <param name="Requests">Who waits.</param>
internal sealed record PairingList(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Channel, IReadOnlyList<PairingListEntry> Requests);
