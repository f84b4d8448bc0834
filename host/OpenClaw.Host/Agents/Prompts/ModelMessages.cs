using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Tools;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Prompts;

/// <summary>Turns a transcript into the messages of a model call, mended so that every tool call has exactly one result.</summary>
internal sealed class ModelMessages(
    ModelReference model, int toolResultCharacters, IReadOnlyDictionary<TranscriptMessage, IReadOnlyList<MessagePart>> media, InputFraming framing)
{
    private const string LostResult = "The call was interrupted; it is not known whether it had an effect.";
    private readonly List<ModelMessage> _messages = [];
    private readonly List<ToolCallPart> _unanswered = [];
    private readonly List<MessagePart> _results = [];

    public static List<ModelMessage> From(
        IReadOnlyList<TranscriptMessage> transcript,
        ModelReference model,
        int toolResultCharacters,
        IReadOnlyDictionary<TranscriptMessage, IReadOnlyList<MessagePart>> media,
        InputFraming framing)
    {
        var messages = new ModelMessages(model, toolResultCharacters, media, framing);
        foreach (var message in transcript.Where(static message => !TranscriptMembers.IsExcludedFromContext(message)))
            messages.Add(message);
        messages.CloseCalls();
        return messages._messages;
    }

    private void Add(TranscriptMessage message)
    {
        if (message.Role == MessageRoles.ToolResult)
        {
            Answer(message);
            return;
        }

        CloseCalls();
        var parts = PartsOf(message).Concat(media.GetValueOrDefault(message) ?? []).ToList();
        if (parts.Count == 0)
            return;
        _messages.Add(new ModelMessage(message.Role == MessageRoles.User ? ModelRole.User : ModelRole.Assistant, parts));
        _unanswered.AddRange(parts.OfType<ToolCallPart>());
    }

    private void Answer(TranscriptMessage message)
    {
        var call = _unanswered.FirstOrDefault(call => call.CallId == message.ToolCallId);
        if (call is null)
            return;
        _unanswered.Remove(call);
        var text = ToolText.Cut(message.Content.ToPlainText(), toolResultCharacters);
        _results.Add(new ToolResultPart(call.CallId, call.Name, [new TextPart(text)], message.IsError ?? false));
    }

    private void CloseCalls()
    {
        _results.AddRange(_unanswered.Select(static call => new ToolResultPart(call.CallId, call.Name, [new TextPart(LostResult)], IsError: true)));
        _unanswered.Clear();
        if (_results.Count > 0)
            _messages.Add(new ModelMessage(ModelRole.Tool, [.. _results]));
        _results.Clear();
    }

    private IEnumerable<MessagePart> PartsOf(TranscriptMessage message)
    {
        if (message.Content.Text is { } text)
            return text.Length > 0 ? [new TextPart(framing.Of(message, text))] : [];
        return message.Content.Parts!.Select(part => PartOf(message, part)).OfType<MessagePart>();
    }

    private MessagePart? PartOf(TranscriptMessage message, ContentPart part) => part.Type switch
    {
        ContentPartTypes.Text => part.Text is { Length: > 0 } text ? new TextPart(text) : null,
        // Thinking is signed by the model that did it and means nothing to another one.
        ContentPartTypes.Thinking => IsSameModel(message) ? new ThinkingPart(part.Thinking ?? string.Empty, SignatureOf(part)) : null,
        ContentPartTypes.ToolCall => part is { Id: { } id, Name: { } name, Arguments: { } arguments } ? new ToolCallPart(id, name, arguments) : null,
        _ => null,
    };

    private bool IsSameModel(TranscriptMessage message) => message.Provider == model.Provider && message.Model == model.Model;

    private static string? SignatureOf(ContentPart part) =>
        part.Other?.TryGetValue(TranscriptMembers.ThinkingSignature, out var value) is true && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
