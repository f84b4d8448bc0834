using System.Text.Json;
using OpenClaw.Agents.Common.Answers;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.OpenAI.Wire;

namespace OpenClaw.Agents.OpenAI.Answers;

/// <summary>Turns chunks into updates and keeps what is known only at the end.</summary>
internal sealed class AnswerBuilder(FailureMapper failures, SecretMask mask) : IAnswer
{
    private const int MaxIdLength = 128;
    private readonly ToolCallAssembler _calls = new(mask, failures);
    private readonly Texts _texts = new(mask);
    private CompletionUsage? _usage;
    private string? _responseId;
    private string? _finishReason;
    private bool _ended;
    private bool _refused;

    /// <summary>Whether the far end said that the answer is complete.</summary>
    public bool IsFinished => _finishReason is not null || _ended;

    /// <summary>Notes the end of the stream's own accord, which counts as a finish where no reason was given.</summary>
    public void End() => _ended = true;

    public IEnumerable<ModelUpdate> Add(string data)
    {
        if (JsonSerializer.Deserialize(data, WireJsonContext.Default.Completion) is not { } chunk)
            return [];
        if (chunk.Error.ValueKind is JsonValueKind.Object or JsonValueKind.String)
            throw failures.FromReport(ErrorReport.Parse(chunk.Error));
        if (_responseId is null && !string.IsNullOrEmpty(chunk.Id))
            _responseId = failures.Shown(chunk.Id, MaxIdLength);
        _usage = chunk.Usage ?? _usage;
        var choice = chunk.Choices?.FirstOrDefault(choice => choice is not null && choice.Index is null or 0);
        if (choice is null)
            return [];
        if (!string.IsNullOrEmpty(choice.FinishReason))
            _finishReason = choice.FinishReason;
        return (choice.Delta ?? choice.Message) is { } delta ? Read(delta) : [];
    }

    public IEnumerable<ModelUpdate> Complete()
    {
        if (!IsFinished || _finishReason == "error")
            throw failures.Cut();
        if (_finishReason is null && !_texts.SaidAnything && !_calls.HasCalls)
            throw failures.Malformed("ended its answer without saying anything");
        if (_finishReason == "content_filter")
            throw failures.Filtered();
        List<ModelUpdate> updates = [];
        updates.AddRange(_texts.Flush());

        // The last call of an answer that was cut at its limit is cut too; none of them is run.
        var reason = StopReason();
        if (reason == ModelStopReason.ToolCalls)
            updates.AddRange(_calls.Complete().Select(call => new ToolCallRequested(call)));
        if (_usage is not null)
            updates.Add(new UsageReported(_usage.ToUsage()));
        updates.Add(new ModelStopped(reason, _responseId));
        return updates;
    }

    private IEnumerable<ModelUpdate> Read(CompletionDelta delta)
    {
        var refusal = DeltaText.Refusal(delta);
        var text = DeltaText.Answer(delta) + refusal;
        var thinking = DeltaText.Thinking(delta);
        _refused |= refusal.Length > 0;
        foreach (var piece in delta.ToolCalls ?? [])
        {
            if (piece is not null)
                _calls.Add(piece);
        }

        return _texts.Push(text, thinking);
    }

    private ModelStopReason StopReason()
    {
        if (_finishReason is "length" or "max_tokens")
            return ModelStopReason.MaxTokens;
        if (_calls.HasCalls)
            return ModelStopReason.ToolCalls;
        return _refused || _finishReason == "refusal" ? ModelStopReason.Refused : ModelStopReason.Completed;
    }
}
