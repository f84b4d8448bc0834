using System.Text.Json.Serialization;

namespace OpenClaw.Abstractions.Tests.Tools;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LampArguments))]
internal sealed partial class LampJsonContext : JsonSerializerContext;
