using System.Text.Json.Serialization;

namespace OpenClaw.Channels.Telegram.Settings;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TelegramSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
