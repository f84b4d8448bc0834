namespace OpenClaw.Host.Agents.Events;

/// <summary>What goes along with an event of a run.</summary>
[Flags]
internal enum RunEventOptions
{
    None = 0,

    /// <summary>The session's id.</summary>
    WithSessionId = 1,

    /// <summary>The lane, on runs that came by chat.</summary>
    WithLane = 2,

    /// <summary>Protocol 3 knows the event, too.</summary>
    InProtocol3 = 4,

    /// <summary>Only for clients that asked for tool events.</summary>
    ToolEventsOnly = 8,
}
