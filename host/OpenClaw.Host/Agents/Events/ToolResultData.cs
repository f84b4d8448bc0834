using System.Text.Json;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Events;

/// <summary>What a tool gave, as events carry it.</summary>
internal sealed record ToolResultData(IReadOnlyList<ContentPart> Content, JsonElement? Details);
