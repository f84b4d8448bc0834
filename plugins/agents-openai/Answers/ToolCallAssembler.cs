using OpenClaw.Agents.Common.Answers;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Http;
using OpenClaw.Agents.OpenAI.Wire;
using OpenClaw.Content;

namespace OpenClaw.Agents.OpenAI.Answers;

/// <summary>Puts tool calls together from their pieces.</summary>
internal sealed class ToolCallAssembler(SecretMask mask, FailureMapper failures)
{
    private const int MaxCalls = 128;
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
        var ids = new CallIds();
        return [.. _calls.Select(call => new ToolCallPart(
            ids.Unique(call.Id),
            call.Name ?? throw failures.Malformed("asked for a tool without naming it"),
            CallArguments.Parse(mask.Clean(call.ArgumentsText))))];
    }
}
