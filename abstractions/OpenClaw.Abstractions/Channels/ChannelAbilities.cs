namespace OpenClaw.Channels;

/// <summary>What a chat platform can do.</summary>
[Flags]
public enum ChannelAbilities
{
    /// <summary>Text to one person, nothing else.</summary>
    None = 0,

    /// <summary>Groups.</summary>
    Groups = 1,

    /// <summary>Threads or topics inside a chat.</summary>
    Threads = 2,

    /// <summary>Replies to a certain message.</summary>
    Replies = 4,

    /// <summary>Changing a message after it was sent.</summary>
    Edits = 8,

    /// <summary>Removing a message after it was sent.</summary>
    Deletes = 16,

    /// <summary>Reactions.</summary>
    Reactions = 32,

    /// <summary>Showing that an answer is being written.</summary>
    Typing = 64,

    /// <summary>Files.</summary>
    Media = 128,

    /// <summary>Polls.</summary>
    Polls = 256,

    /// <summary>Buttons below a message.</summary>
    Buttons = 512,
}
