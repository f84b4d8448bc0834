using System.Text;
using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Agents.Models.Failover;
using OpenClaw.Host.Sessions.Transcript;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Puts an answer together from its updates, within bounds.</summary>
internal sealed class AnswerBuilder(AgentLimits limits)
{
    private static readonly JsonElement NoArguments = JsonElement.Parse("{}");
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _thinking = new();
    private readonly List<ThinkingPart> _thoughts = [];
    private readonly List<ToolCallPart> _calls = [];
    private int _characters;
    private int _updates;
    private ModelUsage _usage = ModelUsage.None;
    private ModelStopped? _stopped;

    public string Text => _text.ToString();

    public string Thinking => _thinking.ToString();

    public int TextLength => _text.Length;

    public int ThinkingLength => _thinking.Length;

    public bool IsComplete => _stopped is not null;

    public void Add(ModelUpdate update)
    {
        // A stream of updates that say nothing has to end as well.
        if (++_updates > limits.MaxUpdatesPerAnswer)
            throw Broken($"the answer came in more than {limits.MaxUpdatesPerAnswer} pieces.");
        switch (update)
        {
            case TextDelta text:
                Grow(text.Text);
                _text.Append(text.Text);
                break;
            case ThinkingDelta thinking:
                Grow(thinking.Text);
                _thinking.Append(thinking.Text);
                if (thinking.Signature is { } signature)
                    CloseThought(signature);
                break;
            case ToolCallRequested requested:
                AddCall(requested.Call);
                break;
            case UsageReported reported:
                // Providers report the count so far; the last report is the whole.
                _usage = reported.Usage;
                break;
            case ModelStopped stopped:
                _stopped = stopped;
                break;
        }
    }

    /// <exception cref="ModelException">The stream ended before the answer did.</exception>
    public ModelAnswer Build()
    {
        if (_stopped is null)
            throw new ModelException(ModelFailure.Network, "the connection to the provider ended before the answer did.");
        if (_thinking.Length > 0)
            CloseThought(null);
        return new ModelAnswer { Text = WholeText.Of(Text), Thinking = _thoughts, ToolCalls = _calls, Usage = _usage, Stopped = _stopped };
    }

    private void CloseThought(string? signature)
    {
        _thoughts.Add(new ThinkingPart(WholeText.Of(_thinking.ToString()), signature));
        _thinking.Clear();
    }

    private void AddCall(ToolCallPart call)
    {
        if (_calls.Count >= limits.MaxToolCallsPerAnswer)
            throw Broken($"the model asked for more than {limits.MaxToolCallsPerAnswer} tools at once.");
        // Ids pair calls with results; some far ends leave them out or repeat them.
        var id = string.IsNullOrEmpty(call.CallId) || _calls.Any(other => other.CallId == call.CallId) ? $"call_{_calls.Count + 1}" : call.CallId;
        var arguments = call.Arguments.ValueKind == JsonValueKind.Undefined ? NoArguments : call.Arguments.Clone();
        if (arguments.ValueKind != JsonValueKind.Undefined)
            Grow(arguments.GetRawText());
        _calls.Add(new ToolCallPart(id, call.Name, arguments));
    }

    private static ModelException Broken(string message) =>
        new(ModelFailure.MalformedResponse, message) { ProviderErrorType = FailureClasses.LimitBroken };

    private void Grow(string text)
    {
        _characters += text.Length;
        if (_characters > limits.MaxAnswerCharacters)
            throw Broken($"the answer grew beyond {limits.MaxAnswerCharacters} characters.");
    }
}
