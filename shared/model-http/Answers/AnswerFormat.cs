namespace OpenClaw.Agents.Common.Answers;

/// <summary>How a far end cuts its answer into pieces.</summary>
internal enum AnswerFormat
{
    /// <summary>Server-sent events.</summary>
    Events = 0,

    /// <summary>One JSON object on each line.</summary>
    Lines = 1,
}
