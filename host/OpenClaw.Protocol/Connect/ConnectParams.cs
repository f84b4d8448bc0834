using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>Parameters of <c>connect</c>, the first request on every socket.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConnectParams
{
    /// <summary>Lowest generation the client speaks.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public required long MinProtocol { get; init; }

    /// <summary>Highest generation the client speaks.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public required long MaxProtocol { get; init; }

    /// <summary>Who is calling.</summary>
    public required ConnectClient Client { get; init; }

    /// <summary>Capabilities; see <see cref="ClientCapabilities"/>.</summary>
    [EachLength(1, int.MaxValue)]
    public IReadOnlyList<string>? Caps { get; init; }

    /// <summary>Commands a node offers.</summary>
    [EachLength(1, int.MaxValue)]
    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>Desktop control a node offers.</summary>
    public JsonElement? ComputerUse { get; init; }

    /// <summary>Worker runs a node offers.</summary>
    public ConnectWorkerRuns? WorkerRuns { get; init; }

    /// <summary>Permissions the operating system gave a node.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    /// <summary>The node's executable search path.</summary>
    public string? PathEnv { get; init; }

    /// <summary>See <see cref="Roles"/>; operator when absent.</summary>
    [NonEmpty]
    public string? Role { get; init; }

    /// <summary>Requested scopes; see <see cref="OperatorScopes"/>.</summary>
    [EachLength(1, int.MaxValue)]
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Asks for a model catalog after hello.</summary>
    public ConnectModelCatalog? ModelCatalog { get; init; }

    /// <summary>Proof of a device identity.</summary>
    public ConnectDevice? Device { get; init; }

    /// <summary>Credentials.</summary>
    public ConnectAuth? Auth { get; init; }

    /// <summary>What an earlier connection of this client missed; see <see cref="ClientCapabilities.EventResume"/>.</summary>
    public ConnectResume? Resume { get; init; }

    /// <summary>The person's language.</summary>
    public string? Locale { get; init; }

    /// <summary>Free text about the client.</summary>
    public string? UserAgent { get; init; }
}
