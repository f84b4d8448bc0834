namespace OpenClaw.Hooks;

/// <summary>What shall become of a message.</summary>
public sealed record MessageDecision
{
    private MessageDecision()
    {
    }

    /// <summary>It goes on as it is.</summary>
    public static MessageDecision Continue { get; } = new();

    /// <summary>Why it ends here; null when it goes on.</summary>
    public string? StopReason { get; private init; }

    /// <summary>The text it goes on with; null to leave it.</summary>
    public string? Text { get; private init; }

    /// <summary>It ends here: one that came in is not answered, one that would go out is not sent. That is final: later hooks are not asked.</summary>
    /// <param name="reason">For logs and lists, at most 256 characters; neither the sender nor the model is told.</param>
    public static MessageDecision Stop(string reason) => new() { StopReason = reason };

    /// <summary>It goes on with another text.</summary>
    /// <param name="text">At most 100,000 characters.</param>
    public static MessageDecision Replace(string text) => new() { Text = text };
}
