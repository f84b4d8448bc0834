using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Protocol.Schema;

/// <summary>The records of one method.</summary>
/// <param name="Params">What it takes.</param>
/// <param name="Results">What it answers; several where the answer has several forms.</param>
public sealed record MethodContract(JsonTypeInfo Params, params IReadOnlyList<JsonTypeInfo> Results);
