using System.Text.Json.Serialization;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Contracts of what the commands of this machine take and give.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WhichParams))]
[JsonSerializable(typeof(WhichResult))]
[JsonSerializable(typeof(NotifyParams))]
[JsonSerializable(typeof(NotifyResult))]
[JsonSerializable(typeof(RunParams))]
[JsonSerializable(typeof(RunResult))]
[JsonSerializable(typeof(ConsentRequest))]
internal sealed partial class NodeHostJsonContext : JsonSerializerContext;
