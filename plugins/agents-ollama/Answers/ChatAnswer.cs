using System.Text.Json;
using OpenClaw.Agents.Common.Answers;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.Ollama.Wire;
using OpenClaw.Content;

namespace OpenClaw.Agents.Ollama.Answers;

/// <summary>Puts an answer together from its lines.</summary>
internal sealed class ChatAnswer(FailureMapper failures, SecretMask mask) : IAnswer
{
    private const int MaxCalls = 128;
    private readonly Texts _texts = new(mask);
    private readonly CallIds _ids = new();
    private readonly List<ToolCallPart> _calls = [];
    private ChatLine? _last;

    public bool IsFinished => _last is not null;

    public IEnumerable<ModelUpdate> Add(string data)
    {
        if (JsonSerializer.Deserialize(data, OllamaJsonContext.Default.ChatLine) is not { } line)
            return [];
        if (line.Error.ValueKind is JsonValueKind.String or JsonValueKind.Object)
            throw failures.FromReport(ErrorReport.Parse(line.Error));
        var updates = _texts.Push(line.Message?.Content, line.Message?.Thinking);
        foreach (var call in line.Message?.ToolCalls ?? [])
            AddCall(call);
        if (line.Done)
            _last = line;
        return updates;
    }

    public void End()
    {
        // Only a line that says so ends an answer.
    }

    public IEnumerable<ModelUpdate> Complete()
    {
        if (_last is null)
            throw failures.Cut();
        if (!_texts.SaidAnything && _calls.Count == 0 && _last.DoneReason is not "length")
            throw failures.Malformed("ended its answer without saying anything");
        List<ModelUpdate> updates = [.. _texts.Flush()];
        var reason = _last.DoneReason == "length" ? ModelStopReason.MaxTokens : _calls.Count > 0 ? ModelStopReason.ToolCalls : ModelStopReason.Completed;
        if (reason == ModelStopReason.ToolCalls)
            updates.AddRange(_calls.Select(static call => new ToolCallRequested(call)));
        updates.Add(new UsageReported(new ModelUsage(Math.Max(0, _last.PromptEvalCount ?? 0), Math.Max(0, _last.EvalCount ?? 0))));
        updates.Add(new ModelStopped(reason));
        return updates;
    }

    private void AddCall(LineCall? call)
    {
        if (call?.Function is not { } function)
            return;
        if (_calls.Count == MaxCalls)
            throw new OversizeException($"asked for more than {MaxCalls} tool calls at once");
        var name = function.Name is { Length: > 0 } named ? named : throw failures.Malformed("asked for a tool without naming it");
        var arguments = function.Arguments.ValueKind switch
        {
            JsonValueKind.String => function.Arguments.GetString()!,
            JsonValueKind.Undefined or JsonValueKind.Null => "",
            _ => function.Arguments.GetRawText(),
        };
        _calls.Add(new ToolCallPart(_ids.Unique(call.Id), name, CallArguments.Parse(mask.Clean(arguments))));
    }
}
