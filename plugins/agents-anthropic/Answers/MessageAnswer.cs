using System.Text.Json;
using OpenClaw.Agents.Anthropic.Wire;
using OpenClaw.Agents.Common.Answers;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Content;

namespace OpenClaw.Agents.Anthropic.Answers;

/// <summary>Puts an answer together from the events of a message, or from a whole message.</summary>
internal sealed class MessageAnswer(FailureMapper failures, SecretMask mask) : IAnswer
{
    private const int MaxIdLength = 128;
    private readonly Texts _texts = new(mask);
    private readonly CallIds _ids = new();
    private readonly OpenBlocks _open = new();
    private readonly List<ToolCallPart> _calls = [];
    private readonly UsageCount _usage = new();
    private string? _responseId;
    private string? _stopReason;

    public bool IsFinished { get; private set; }

    public IEnumerable<ModelUpdate> Add(string data)
    {
        if (JsonSerializer.Deserialize(data, AnthropicJsonContext.Default.MessageEvent) is not { } received)
            return [];
        switch (received.Type)
        {
            case "message_start":
                Begin(received.Message);
                return [];
            case "content_block_start" when received.ContentBlock is { } block:
                _open.Start(received.Index, block);
                return Started(block);
            case "content_block_delta" when received.Delta is { } delta:
                return Grown(received.Index, delta);
            case "content_block_stop":
                return Ended(_open.Close(received.Index));
            case "message_delta":
                _usage.Add(received.Usage);
                Stop(received.Delta?.StopReason);
                return [];
            case "message_stop":
                IsFinished = true;
                return [];
            case "error":
                throw failures.FromReport(ErrorReport.Parse(received.Error));
            case "message":
                return Whole(JsonSerializer.Deserialize(data, AnthropicJsonContext.Default.MessageBody)!);
            default:
                return [];
        }
    }

    public void End()
    {
        // Only the last event ends a message.
    }

    public IEnumerable<ModelUpdate> Complete()
    {
        if (!IsFinished)
            throw failures.Cut();
        var reason = Reason();
        if (!_texts.SaidAnything && _calls.Count == 0 && reason == ModelStopReason.Completed && _usage.Output == 0)
            throw failures.Malformed("ended its answer without saying anything");
        List<ModelUpdate> updates = [.. _texts.Flush()];
        // The last call of an answer that was cut at its limit is cut too; none of them is run.
        if (reason == ModelStopReason.ToolCalls)
            updates.AddRange(_calls.Select(static call => new ToolCallRequested(call)));
        updates.Add(new UsageReported(_usage.ToUsage()));
        updates.Add(new ModelStopped(reason, _responseId));
        return updates;
    }

    private ModelStopReason Reason() => _stopReason switch
    {
        "max_tokens" or "model_context_window_exceeded" => ModelStopReason.MaxTokens,
        "refusal" => ModelStopReason.Refused,
        _ => _calls.Count > 0 ? ModelStopReason.ToolCalls : ModelStopReason.Completed,
    };

    private void Begin(MessageBody? message)
    {
        if (!string.IsNullOrEmpty(message?.Id))
            _responseId = failures.Shown(message.Id, MaxIdLength);
        _usage.Add(message?.Usage);
    }

    private void Stop(string? reason)
    {
        if (string.IsNullOrEmpty(reason))
            return;
        _stopReason = reason;
        IsFinished = true;
    }

    private IEnumerable<ModelUpdate> Started(ContentBlock block) => block.Type switch
    {
        "text" => _texts.Push(text: block.Text),
        "thinking" => _texts.Push(thinking: block.Thinking),
        _ => [],
    };

    private IEnumerable<ModelUpdate> Grown(int index, BlockDelta delta)
    {
        switch (delta.Type)
        {
            case "text_delta":
                return _texts.Push(text: delta.Text);
            case "thinking_delta":
                return _texts.Push(thinking: delta.Thinking);
            case "signature_delta":
                _open.Of(index)?.Sign(delta.Signature);
                return [];
            case "input_json_delta":
                _open.Of(index)?.Append(delta.PartialJson);
                return [];
            default:
                return [];
        }
    }

    private IEnumerable<ModelUpdate> Ended(OpenBlock? block)
    {
        switch (block?.Type)
        {
            case "tool_use":
                var name = block.Name is { Length: > 0 } named ? named : throw failures.Malformed("asked for a tool without naming it");
                _calls.Add(new ToolCallPart(_ids.Unique(block.Id), name, CallArguments.Parse(mask.Clean(block.Arguments))));
                return [];
            case "thinking":
                return _texts.CloseThought(block.Signature);
            case "redacted_thinking" when block.Data is { Length: > 0 } data:
                return _texts.CloseThought(HiddenThought.Of(data));
            default:
                return [];
        }
    }

    private List<ModelUpdate> Whole(MessageBody message)
    {
        Begin(message);
        List<ModelUpdate> updates = [];
        foreach (var block in message.Content ?? [])
        {
            if (block is null)
                continue;
            updates.AddRange(Started(block));
            updates.AddRange(Ended(new OpenBlock(block)));
        }

        Stop(message.StopReason);
        IsFinished = true;
        return updates;
    }
}
