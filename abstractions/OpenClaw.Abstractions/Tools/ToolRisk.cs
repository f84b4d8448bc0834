namespace OpenClaw.Tools;

/// <summary>How dangerous a tool call can be.</summary>
public enum ToolRisk
{
    /// <summary>Reads nothing private and changes nothing.</summary>
    Safe = 0,

    /// <summary>Reads private data, or changes something that is easily put right.</summary>
    Guarded = 1,

    /// <summary>Runs code, spends money, speaks to others or destroys data. Off until allowed.</summary>
    Dangerous = 2,
}
