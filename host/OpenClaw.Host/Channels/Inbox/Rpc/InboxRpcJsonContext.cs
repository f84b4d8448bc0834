using System.Text.Json.Serialization;

namespace OpenClaw.Host.Channels.Inbox.Rpc;

/// <summary>JSON of the methods of the inbox.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(InboxListParams))]
[JsonSerializable(typeof(InboxListResult))]
[JsonSerializable(typeof(InboxIdParams))]
[JsonSerializable(typeof(InboxItemResult))]
internal sealed partial class InboxRpcJsonContext : JsonSerializerContext;
