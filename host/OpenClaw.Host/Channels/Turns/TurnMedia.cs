using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>Files of received messages, as runs take them.</summary>
internal static class TurnMedia
{
    // The inbox keeps files where runs look for them; the text tells of each already.
    public static RunMedia? Of(StoredMedia media) => media.Path is { } path
        ? new RunMedia { Id = Path.GetFileName(path), MediaType = media.MediaType, FileName = media.FileName, Length = media.Length, IsNoted = true }
        : null;
}
