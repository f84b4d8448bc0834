using System.Text.Json.Serialization;

namespace OpenClaw.TestPlugins;

public sealed record Note(string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Note))]
public sealed partial class SurfacesJson : JsonSerializerContext;
