using System.Text.Json.Serialization;

namespace OpenClaw.Channels.Discord.State;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SavedState))]
[JsonSerializable(typeof(SavedInteraction[]))]
internal sealed partial class StateJson : JsonSerializerContext;
