using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Host.Cli.Probing;

/// <summary>An address, and what was found there.</summary>
internal sealed record ProbedTarget
{
    public const string Explicit = "explicit";
    public const string Remote = "configRemote";
    public const string Local = "localLoopback";

    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Url { get; init; }

    /// <summary>Commands would talk to this one.</summary>
    public required bool Active { get; init; }

    public required ProbedConnect Connect { get; init; }

    public ProbedAuth Auth { get; init; } = new();

    public ProbedServer Server { get; init; } = new();

    /// <summary>A way through another machine; there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Tunnel { get; init; }

    /// <summary>What the gateway says of its configuration; it is not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonElement? Config { get; init; }

    /// <summary>The gateway's own line in its presence list.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonElement? Self { get; init; }

    /// <summary>The answer of <c>health</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonElement? Health { get; init; }

    /// <summary>The answer of <c>status</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonElement? Summary { get; init; }

    /// <summary>The answer of <c>system-presence</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonElement? Presence { get; init; }
}
