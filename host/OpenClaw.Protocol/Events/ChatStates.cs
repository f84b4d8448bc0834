namespace OpenClaw.Protocol.Events;

/// <summary>Values of <see cref="ChatEvent.State"/>.</summary>
public static class ChatStates
{
    /// <summary>The run reached another step. Not sent to protocol 3.</summary>
    public const string Status = "status";

    /// <summary>More text.</summary>
    public const string Delta = "delta";

    /// <summary>The run ended well.</summary>
    public const string Final = "final";

    /// <summary>The run was stopped.</summary>
    public const string Aborted = "aborted";

    /// <summary>The run failed.</summary>
    public const string Error = "error";
}
