using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Samples.HttpChat;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IncomingBatch))]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(TakenMessages))]
internal sealed partial class HttpChatJson : JsonSerializerContext;
