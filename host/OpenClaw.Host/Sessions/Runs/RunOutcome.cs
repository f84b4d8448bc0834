using OpenClaw.Protocol.Agents;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>How a run ended; all that is needed to answer for it later.</summary>
internal sealed record RunOutcome
{
    /// <summary>The text of the answer, partial when the run was cut off.</summary>
    public string? Reply { get; init; }

    /// <summary><c>stop</c>, <c>length</c>, <c>rpc</c>, ...</summary>
    public string? StopReason { get; init; }

    public RunFailure? Failure { get; init; }

    public string? Provider { get; init; }

    public string? Model { get; init; }

    /// <summary>The run that took the message over, where one did.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Tokens of all model calls of the run.</summary>
    public RunUsage? Usage { get; init; }

    /// <summary>Tokens of the last model call.</summary>
    public RunUsage? LastCallUsage { get; init; }

    /// <summary>What the model thought on its way to the answer, where the chat wants to see it.</summary>
    public string? Thinking { get; init; }

    /// <summary>The gateway itself answered, to a command.</summary>
    public bool IsCommand { get; init; }

    public int AssistantTurns { get; init; }

    /// <summary>Tools that gave a result, each once.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];
}
