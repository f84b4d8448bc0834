namespace OpenClaw.Agents.Common.Answers;

/// <summary>Puts an answer together from what a far end sends.</summary>
internal interface IAnswer
{
    /// <summary>Whether the far end said that the answer is complete.</summary>
    bool IsFinished { get; }

    /// <summary>Takes one event, one line or a whole body.</summary>
    IEnumerable<ModelUpdate> Add(string data);

    /// <summary>Notes the end of the stream's own accord.</summary>
    void End();

    /// <summary>Gives what is known only at the end.</summary>
    /// <exception cref="ModelException">The stream ended before the answer did.</exception>
    IEnumerable<ModelUpdate> Complete();
}
