using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OpenClaw.Host.Gateway.Dispatch;
using OpenClaw.Host.Gateway.Handshake;
using OpenClaw.Host.Gateway.Rpc;

namespace OpenClaw.Host.Gateway;

/// <summary>Contracts of the error details that this room writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RefusalDetails))]
[JsonSerializable(typeof(PairingRefusalDetails))]
[JsonSerializable(typeof(UnauthorizedDetails))]
[JsonSerializable(typeof(ProfileMismatchDetails))]
[JsonSerializable(typeof(SystemInfoResult))]
[JsonSerializable(typeof(TalkModeParams))]
[JsonSerializable(typeof(TalkModeState))]
[JsonSerializable(typeof(WriteRateDetails))]
[JsonSerializable(typeof(PluginErrorDetails))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class GatewayJsonContext : JsonSerializerContext;
