namespace OpenClaw.Tools;

/// <summary>Who asked for a tool call.</summary>
public enum ToolCaller
{
    /// <summary>A model, inside a run.</summary>
    Agent = 0,

    /// <summary>A client of the gateway, by RPC.</summary>
    Operator = 1,

    /// <summary>A client of the gateway, by HTTP.</summary>
    Http = 2,

    /// <summary>A paired device.</summary>
    Node = 3,

    /// <summary>The gateway itself, for example on a schedule.</summary>
    System = 4,
}
