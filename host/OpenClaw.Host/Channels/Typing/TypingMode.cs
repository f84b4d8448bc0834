namespace OpenClaw.Host.Channels.Typing;

/// <summary>What has to happen before a chat is shown that an answer is being written.</summary>
internal enum TypingMode
{
    Never,

    /// <summary>The run has begun.</summary>
    Instant,

    /// <summary>The model thinks.</summary>
    Thinking,

    /// <summary>The model answers.</summary>
    Message,
}
