namespace OpenClaw.Host.Channels.Admission;

/// <summary>What is done with a received message.</summary>
/// <param name="Kind">The decision.</param>
/// <param name="Reason">Why, in a word for the log.</param>
internal readonly record struct Verdict(VerdictKind Kind, string Reason = "")
{
    /// <summary>Whether the agent was meant: by a mention, a reply, a pattern or a command.</summary>
    public bool IsAddressed { get; init; }

    public static Verdict Turn { get; } = new(VerdictKind.Turn);

    public static Verdict Hold { get; } = new(VerdictKind.Hold);

    public static Verdict Pair { get; } = new(VerdictKind.Pair, "sender is not paired");

    public static Verdict Drop(string reason) => new(VerdictKind.Drop, reason);
}
