using System.Text.Json.Serialization;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>JSON of the columns of the runs table.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunInput))]
[JsonSerializable(typeof(RunOutcome))]
[JsonSerializable(typeof(ReplyRoute))]
internal sealed partial class RunJsonContext : JsonSerializerContext;
