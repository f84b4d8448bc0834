namespace OpenClaw.Host.Channels.Inbox;

/// <summary>The states as the wire and the command line spell them.</summary>
internal static class InboxStates
{
    public const string Waiting = "waiting";
    public const string Held = "held";
    public const string Turned = "turned";
    public const string Dropped = "dropped";
    public const string Failed = "failed";

    public static InboxState Parse(string name) => name switch
    {
        Waiting => InboxState.Received,
        Held => InboxState.Held,
        Turned => InboxState.Turned,
        Dropped => InboxState.Dropped,
        _ => InboxState.Failed,
    };

    public static string NameOf(InboxState state) => state switch
    {
        InboxState.Received => Waiting,
        InboxState.Held => Held,
        InboxState.Turned => Turned,
        InboxState.Dropped => Dropped,
        _ => Failed,
    };
}
