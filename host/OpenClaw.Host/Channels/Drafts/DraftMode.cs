namespace OpenClaw.Host.Channels.Drafts;

/// <summary>What a chat sees of an answer before it is there.</summary>
internal enum DraftMode
{
    Off,

    /// <summary>The answer grows in one message.</summary>
    Partial,

    /// <summary>The answer grows in messages of a handy size, one after the other.</summary>
    Block,

    /// <summary>One message says what is being done; it goes when the answer comes.</summary>
    Progress,
}
