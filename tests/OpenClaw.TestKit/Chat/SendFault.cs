namespace OpenClaw.TestKit.Chat;

/// <summary>What goes wrong with a send.</summary>
public enum SendFault
{
    None,
    SlowDown,
    Refuse,

    /// <summary>The message is shown and the answer is lost.</summary>
    CutAfterShowing,
}
