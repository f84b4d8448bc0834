using System.Security.Cryptography;
using System.Text.Json;
using OpenClaw.Agents.OpenAI.Failures;
using OpenClaw.Agents.OpenAI.Http;
using OpenClaw.Agents.OpenAI.Wire;
using OpenClaw.Content;

namespace OpenClaw.Agents.OpenAI.Answers;

/// <summary>Puts tool calls together from their pieces.</summary>
internal sealed class ToolCallAssembler(SecretMask mask, FailureMapper failures)
{
    private const int MaxCalls = 128;
    private const int MaxIdLength = 256;
    private readonly List<PendingCall> _calls = [];

    public bool HasCalls => _calls.Count > 0;

    public void Add(ToolCallPiece piece)
    {
        var call = piece.Index is { } index ? _calls.FindLast(known => known.Index == index) : _calls.LastOrDefault();
        if (call is null || call.IsOtherThan(piece))
        {
            if (_calls.Count == MaxCalls)
                throw new OversizeException($"asked for more than {MaxCalls} tool calls at once");
            call = new PendingCall(piece.Index);
            _calls.Add(call);
        }

        call.Append(piece);
    }

    public IReadOnlyList<ToolCallPart> Complete()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. _calls.Select(call => new ToolCallPart(
            UniqueId(call, ids),
            call.Name ?? throw failures.Malformed("asked for a tool without naming it"),
            Arguments(mask.Clean(call.ArgumentsText))))];
    }

    // Ids pair calls with results for a whole run, and not every far end gives good ones.
    private static string UniqueId(PendingCall call, HashSet<string> ids)
    {
        if (call.Id is { Length: <= MaxIdLength } id && ids.Add(id))
            return id;
        var made = $"call_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
        ids.Add(made);
        return made;
    }

    private static JsonElement Arguments(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return JsonElement.Parse("{}");
        try
        {
            var element = JsonElement.Parse(text);
            if (element.ValueKind == JsonValueKind.Object)
                return element;
        }
        catch (JsonException)
        {
            // The host shows the model what it wrote, so that it can mend it.
        }

        return JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");
    }
}
