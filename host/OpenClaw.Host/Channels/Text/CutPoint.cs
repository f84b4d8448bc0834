namespace OpenClaw.Host.Channels.Text;

/// <summary>Where a message ends and the next one goes on.</summary>
/// <param name="End">The end of the message.</param>
/// <param name="Next">The beginning of the next one; what lies between is white space or a mark that was replaced.</param>
/// <param name="Closes">The code block that has to be closed at the end of the message.</param>
/// <param name="Reopens">Whether the next message opens it again.</param>
internal readonly record struct CutPoint(int End, int Next, CodeFence? Closes, bool Reopens);
