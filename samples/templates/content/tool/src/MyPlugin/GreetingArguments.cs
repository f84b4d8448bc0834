using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyPlugin;

internal sealed record GreetingArguments
{
    [Description("Who is greeted.")]
    public required string Name { get; init; }
}

// Generated, so that nothing of the plugin stays in caches of the process after it was stopped.
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GreetingArguments))]
internal sealed partial class GreetingJson : JsonSerializerContext;
