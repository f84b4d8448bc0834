namespace OpenClaw.Channels;

/// <summary>Sorts of chats.</summary>
public enum ChatKind
{
    /// <summary>Two parties.</summary>
    Direct = 0,

    /// <summary>A group.</summary>
    Group = 1,

    /// <summary>A broadcast channel where few write.</summary>
    Broadcast = 2,
}
