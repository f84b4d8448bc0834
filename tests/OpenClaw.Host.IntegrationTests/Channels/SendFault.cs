namespace OpenClaw.Host.IntegrationTests.Channels;

/// <summary>What goes wrong with a send.</summary>
internal enum SendFault
{
    None,
    SlowDown,
    Refuse,

    /// <summary>The message is shown and the answer is lost.</summary>
    CutAfterShowing,
}
