using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol;

/// <summary>Source-generated JSON contracts of everything that travels.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = GatewayLimits.MaxDepth)]
[JsonSerializable(typeof(ErrorShape))]
[JsonSerializable(typeof(MissingScopeDetails))]
[JsonSerializable(typeof(StateVersion))]
[JsonSerializable(typeof(ConnectParams))]
[JsonSerializable(typeof(HelloOk))]
[JsonSerializable(typeof(ProtocolMismatchDetails))]
[JsonSerializable(typeof(IReadOnlyList<PresenceEntry>))]
[JsonSerializable(typeof(ConnectChallengeEvent))]
[JsonSerializable(typeof(TickEvent))]
[JsonSerializable(typeof(PresenceEvent))]
[JsonSerializable(typeof(ShutdownEvent))]
[JsonSerializable(typeof(LegacyShutdownEvent))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class ProtocolJsonContext : JsonSerializerContext;
