namespace OpenClaw.Host.Agents.Delivery;

/// <summary>The sign of one run. It ends when it is disposed. Members return at once and never throw.</summary>
internal interface IRunSign : IAsyncDisposable
{
    /// <summary>The model has begun to think.</summary>
    void Thought();

    /// <summary>The model answers.</summary>
    /// <param name="text">What there is of its answer by now.</param>
    void Spoke(string text);
}
