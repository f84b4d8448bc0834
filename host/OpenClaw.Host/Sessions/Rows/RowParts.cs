namespace OpenClaw.Host.Sessions.Rows;

/// <summary>What a row holds beside the facts that cost nothing.</summary>
[Flags]
internal enum RowParts
{
    None = 0,

    /// <summary>A title made from the first message, where nobody gave a name.</summary>
    Title = 1,

    /// <summary>The beginning of the last message.</summary>
    LastMessage = 2,

    /// <summary>Runs that wait or work.</summary>
    Runs = 4,

    /// <summary>The thinking levels of its model.</summary>
    Thinking = 8,

    All = Title | LastMessage | Runs | Thinking,
}
