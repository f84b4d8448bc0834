using System.Text.Json.Serialization;

namespace OpenClaw.Channels.Discord.Settings;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DiscordSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
