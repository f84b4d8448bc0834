using System.Text.Json.Serialization;

namespace OpenClaw.TestPlugins;

public sealed record Greeting(string Name);

[JsonSerializable(typeof(Greeting))]
public sealed partial class GoodJsonContext : JsonSerializerContext;
