using OpenClaw.Content;

namespace OpenClaw.Host.Agents.Delivery;

/// <summary>What a run tells while it works. Members return at once and never throw.</summary>
internal interface IRunSignals
{
    /// <summary>The model has begun to think.</summary>
    void Thought();

    /// <summary>The model answers.</summary>
    /// <param name="text">What there is of its answer by now.</param>
    void Spoke(string text);

    /// <summary>A tool has begun.</summary>
    /// <param name="call">The call.</param>
    void Calls(ToolCallPart call);

    /// <summary>A tool has ended.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failed">Whether it gave an error.</param>
    void Called(ToolCallPart call, bool failed);
}
