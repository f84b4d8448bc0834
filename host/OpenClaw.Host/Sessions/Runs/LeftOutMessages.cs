namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Messages that a full queue gave up, in short.</summary>
/// <param name="Count">How many.</param>
/// <param name="Lines">The beginnings of the newest of them, oldest first.</param>
internal sealed record LeftOutMessages(long Count, IReadOnlyList<string> Lines)
{
    private const int MaxLines = 30;
    private const int MaxLineLength = 160;

    /// <summary>Adds a run's message to those that the run itself speaks for.</summary>
    public static LeftOutMessages Of(RunInput given)
    {
        var before = given.LeftOut ?? new LeftOutMessages(0, []);
        var line = given.Message.ReplaceLineEndings(" ").Trim();
        var end = line.Length > MaxLineLength && char.IsHighSurrogate(line[MaxLineLength - 1]) ? MaxLineLength - 1 : MaxLineLength;
        var cut = line.Length > end ? string.Concat(line.AsSpan(0, end), "…") : line;
        return new LeftOutMessages(before.Count + 1, [.. before.Lines.TakeLast(MaxLines - 1), cut]);
    }
}
