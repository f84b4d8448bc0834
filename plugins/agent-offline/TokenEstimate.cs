using System.Text.Json;
using OpenClaw.Content;

namespace OpenClaw.Agents.Offline;

/// <summary>Counts tokens as one for each four characters begun: wrong, but the same every time.</summary>
internal static class TokenEstimate
{
    private const int CharactersPerToken = 4;
    private const int TokensPerMedia = 256;

    public static long Of(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;

    public static long Of(IReadOnlyList<ToolCallPart> calls) => calls.Sum(Of);

    public static long Of(ModelRequest request) =>
        Of(request.SystemPrompt?.Length ?? 0) + request.Messages.SelectMany(message => message.Parts).Sum(Of);

    private static long Of(MessagePart part) => part switch
    {
        TextPart text => Of(text.Text.Length),
        ThinkingPart thinking => Of(thinking.Text.Length),
        ToolCallPart call => Of(call.Name.Length + (call.Arguments.ValueKind == JsonValueKind.Undefined ? 0 : call.Arguments.GetRawText().Length)),
        ToolResultPart result => result.Content.Sum(Of),
        MediaPart => TokensPerMedia,
        _ => 0,
    };
}
