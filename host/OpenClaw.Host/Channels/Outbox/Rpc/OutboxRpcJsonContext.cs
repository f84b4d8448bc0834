using System.Text.Json.Serialization;

namespace OpenClaw.Host.Channels.Outbox.Rpc;

/// <summary>JSON of the methods of the outbox.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(OutboxItem))]
[JsonSerializable(typeof(OutboxListParams))]
[JsonSerializable(typeof(OutboxListResult))]
[JsonSerializable(typeof(OutboxIdParams))]
[JsonSerializable(typeof(OutboxItemResult))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
internal sealed partial class OutboxRpcJsonContext : JsonSerializerContext;
