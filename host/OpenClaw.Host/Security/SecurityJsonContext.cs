using System.Text.Json.Serialization;
using OpenClaw.Host.Security.Setup;

namespace OpenClaw.Host.Security;

/// <summary>Contracts of the documents that only this room writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SetupPayload))]
internal sealed partial class SecurityJsonContext : JsonSerializerContext;
