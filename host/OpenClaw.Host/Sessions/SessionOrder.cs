namespace OpenClaw.Host.Sessions;

/// <summary>What a list of sessions is sorted by, newest first.</summary>
internal enum SessionOrder
{
    Updated = 0,

    /// <summary>When a person last wrote.</summary>
    Interaction,

    /// <summary>When anybody last said something.</summary>
    Activity,
}
