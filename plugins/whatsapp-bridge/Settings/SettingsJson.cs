using System.Text.Json.Serialization;

namespace OpenClaw.Channels.WhatsApp.Settings;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WhatsAppSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
