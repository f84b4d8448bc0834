namespace OpenClaw.Host.Sessions.Runs;

/// <summary>The way a run came in; clients of each expect other events. Stored as numbers: never renumber.</summary>
internal enum RunSurface
{
    /// <summary><c>chat.send</c>.</summary>
    Chat = 0,

    /// <summary><c>agent</c>.</summary>
    Agent = 1,

    /// <summary>A message that a channel received.</summary>
    Channel = 2,
}
