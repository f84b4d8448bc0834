using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomTool;

/// <summary>Generated, so that nothing of the plugin stays in caches of the process after it was stopped.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Temperature))]
internal sealed partial class TemperatureJson : JsonSerializerContext;
