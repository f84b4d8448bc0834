using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OpenClaw.Channels.WhatsApp.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BridgeFrame))]
[JsonSerializable(typeof(HelloNote))]
[JsonSerializable(typeof(QrNote))]
[JsonSerializable(typeof(ConnectionNote))]
[JsonSerializable(typeof(CredsNote))]
[JsonSerializable(typeof(MessageNote))]
[JsonSerializable(typeof(ReactionNote))]
[JsonSerializable(typeof(FatalNote))]
[JsonSerializable(typeof(StartedNote))]
[JsonSerializable(typeof(SentNote))]
[JsonSerializable(typeof(CodeNote))]
[JsonSerializable(typeof(PongNote))]
[JsonSerializable(typeof(GroupInfo))]
[JsonSerializable(typeof(GroupInfo[]))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class BridgeJson : JsonSerializerContext;
