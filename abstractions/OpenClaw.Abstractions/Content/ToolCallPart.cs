using System.Text.Json;

namespace OpenClaw.Content;

/// <summary>A model's request to call a tool.</summary>
/// <param name="CallId">Pairs the call with its result; unique within a run.</param>
/// <param name="Name">The tool's name as the model wrote it.</param>
/// <param name="Arguments">
/// The arguments, a JSON object not yet checked against the tool's schema. Where a model wrote something else: a JSON string
/// that holds what it wrote, so that the host can show it to the model and let it try again.
/// </param>
public sealed record ToolCallPart(string CallId, string Name, JsonElement Arguments) : MessagePart;
