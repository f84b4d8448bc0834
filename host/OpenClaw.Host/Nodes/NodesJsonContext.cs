using System.Text.Json.Serialization;
using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Invocations;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes;

/// <summary>JSON that only this room writes: stored documents, details of failures, and what nodes report.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NodeRecord))]
[JsonSerializable(typeof(PendingNode))]
[JsonSerializable(typeof(PairedNode))]
[JsonSerializable(typeof(InvokeFailureDetails))]
[JsonSerializable(typeof(CommandRefusedDetails))]
[JsonSerializable(typeof(NodeHostStats))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class NodesJsonContext : JsonSerializerContext;
