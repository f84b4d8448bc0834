using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Host.Sessions.Maintenance;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Protocol.Models;

namespace OpenClaw.Host.Sessions;

/// <summary>JSON that only this room writes: columns, and parts of rows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SessionSettings))]
[JsonSerializable(typeof(SessionsCleanupParams))]
[JsonSerializable(typeof(MaintenanceReport))]
[JsonSerializable(typeof(IReadOnlyList<ThinkingLevel>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
internal sealed partial class SessionJsonContext : JsonSerializerContext;
