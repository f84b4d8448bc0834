namespace OpenClaw.Tools;

/// <summary>What a tool call may touch.</summary>
[Flags]
public enum ToolEffects
{
    /// <summary>Nothing outside its answer.</summary>
    None = 0,

    /// <summary>Reads files.</summary>
    ReadsFiles = 1,

    /// <summary>Writes or deletes files.</summary>
    WritesFiles = 2,

    /// <summary>Talks to other machines.</summary>
    Network = 4,

    /// <summary>Starts processes.</summary>
    Processes = 8,

    /// <summary>Sends messages to people.</summary>
    Messages = 16,
}
