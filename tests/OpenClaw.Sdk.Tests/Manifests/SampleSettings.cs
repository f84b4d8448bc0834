using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Plugins;

namespace OpenClaw.Sdk.Tests.Manifests;

[PluginSettings]
public sealed record SampleSettings
{
    [Description("What it says.")]
    public required string Greeting { get; init; }

    [Range(1, 5)]
    public int Times { get; set; } = 1;

    public SecretRef? Token { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SampleSettings))]
internal sealed partial class SampleJson : JsonSerializerContext;
