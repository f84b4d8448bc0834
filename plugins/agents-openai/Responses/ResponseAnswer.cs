using System.Text.Json;
using OpenClaw.Agents.Common.Answers;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.OpenAI.Wire;
using OpenClaw.Content;

namespace OpenClaw.Agents.OpenAI.Responses;

/// <summary>Puts an answer together from the events of a response, or from a whole response.</summary>
internal sealed class ResponseAnswer(FailureMapper failures, SecretMask mask) : IAnswer
{
    private const int MaxIdLength = 128;
    private const int MaxCalls = 128;
    private readonly Texts _texts = new(mask);
    private readonly CallIds _ids = new();
    private readonly List<ToolCallPart> _calls = [];
    private ResponseUsage? _usage;
    private string? _responseId;
    private string? _incomplete;
    private bool _refused;

    public bool IsFinished { get; private set; }

    public IEnumerable<ModelUpdate> Add(string data)
    {
        if (JsonSerializer.Deserialize(data, WireJsonContext.Default.ResponseEvent) is not { } received)
            return [];
        return received.Type switch
        {
            "response.output_text.delta" => _texts.Push(text: received.Delta),
            "response.refusal.delta" => Refuse(received.Delta),
            "response.reasoning_summary_text.delta" or "response.reasoning_text.delta" => _texts.Push(thinking: received.Delta),
            "response.output_item.done" => Item(received.Item, isWhole: false),
            "response.created" or "response.in_progress" => Begin(received.Response),
            "response.completed" or "response.incomplete" => Finish(received.Response),
            "response.failed" => throw Failure(received.Response?.Error ?? default),
            "error" => throw Failure(received.Error.ValueKind == JsonValueKind.Object ? received.Error : JsonElement.Parse(data)),
            _ => received.Type is null ? Whole(data, received) : [],
        };
    }

    public void End()
    {
        // Only the last event ends a response; an end mark of another format says nothing.
    }

    public IEnumerable<ModelUpdate> Complete()
    {
        if (!IsFinished)
            throw failures.Cut();
        if (_incomplete == "content_filter")
            throw failures.Filtered();
        if (_incomplete is null && !_texts.SaidAnything && _calls.Count == 0)
            throw failures.Malformed("ended its answer without saying anything");
        List<ModelUpdate> updates = [.. _texts.Flush()];
        // The last call of an answer that was cut at its limit is cut too; none of them is run.
        var reason = Reason();
        if (reason == ModelStopReason.ToolCalls)
            updates.AddRange(_calls.Select(static call => new ToolCallRequested(call)));
        if (_usage is not null)
            updates.Add(new UsageReported(_usage.ToUsage()));
        updates.Add(new ModelStopped(reason, _responseId));
        return updates;
    }

    private ModelStopReason Reason()
    {
        if (_incomplete is not null)
            return ModelStopReason.MaxTokens;
        if (_calls.Count > 0)
            return ModelStopReason.ToolCalls;
        return _refused ? ModelStopReason.Refused : ModelStopReason.Completed;
    }

    private IEnumerable<ModelUpdate> Begin(ResponseBody? response)
    {
        if (_responseId is null && !string.IsNullOrEmpty(response?.Id))
            _responseId = failures.Shown(response.Id, MaxIdLength);
        return [];
    }

    private IEnumerable<ModelUpdate> Finish(ResponseBody? response)
    {
        Begin(response);
        IsFinished = true;
        _usage = response?.Usage ?? _usage;
        if (response?.Status == "incomplete" || response?.IncompleteDetails is not null)
            _incomplete = response.IncompleteDetails?.Reason ?? "unknown";
        return [];
    }

    // A far end that does not stream sends the response itself.
    private List<ModelUpdate> Whole(string data, ResponseEvent received)
    {
        var response = JsonSerializer.Deserialize(data, WireJsonContext.Default.ResponseBody);
        var error = received.Error.ValueKind == JsonValueKind.Object ? received.Error : response?.Error ?? default;
        if (error.ValueKind == JsonValueKind.Object)
            throw Failure(error);
        if (response?.Output is null)
            throw failures.Malformed("sent something that is no response");
        List<ModelUpdate> updates = [];
        foreach (var item in response.Output)
            updates.AddRange(Item(item, isWhole: true));
        Finish(response);
        return updates;
    }

    private IEnumerable<ModelUpdate> Item(ResponseItem? item, bool isWhole) => item?.Type switch
    {
        "function_call" => AddCall(item),
        "reasoning" => Thought(item, isWhole),
        "message" when isWhole => (item.Content ?? []).SelectMany(Said).ToList(),
        _ => [],
    };

    private IEnumerable<ModelUpdate> Said(ResponsePart? part) => part?.Type == "refusal" ? Refuse(part.Refusal) : _texts.Push(text: part?.Text);

    private IEnumerable<ModelUpdate> Thought(ResponseItem item, bool isWhole)
    {
        List<ModelUpdate> updates = isWhole ? [.. (item.Summary ?? []).SelectMany(part => _texts.Push(thinking: part?.Text))] : [];
        var seal = item is { Id: { } id, EncryptedContent: { Length: > 0 } content } ? new SealedThought(id, content).ToString() : null;
        return [.. updates, .. _texts.CloseThought(seal)];
    }

    private IEnumerable<ModelUpdate> AddCall(ResponseItem item)
    {
        if (_calls.Count == MaxCalls)
            throw new OversizeException($"asked for more than {MaxCalls} tool calls at once");
        var name = item.Name is { Length: > 0 } named ? named : throw failures.Malformed("asked for a tool without naming it");
        _calls.Add(new ToolCallPart(_ids.Unique(item.CallId), name, CallArguments.Parse(mask.Clean(item.Arguments ?? ""))));
        return [];
    }

    private IEnumerable<ModelUpdate> Refuse(string? text)
    {
        _refused = true;
        return _texts.Push(text: text);
    }

    private ModelException Failure(JsonElement error) => failures.FromReport(ErrorReport.Parse(error));
}
