using System.Text;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Transport;

/// <summary>The last word on a connection.</summary>
internal sealed record CloseFrame
{
    public static readonly CloseFrame Normal = new(CloseCodes.Normal, "");

    public CloseFrame(int code, string reason)
    {
        Code = code;
        Reason = Cut(reason);
    }

    public int Code { get; }

    /// <summary>At most as long as a close frame can carry, cut between characters.</summary>
    public string Reason { get; }

    private static string Cut(string reason)
    {
        if (Encoding.UTF8.GetByteCount(reason) <= GatewayLimits.MaxCloseReasonBytes)
        {
            return reason;
        }

        var (bytes, chars) = (0, 0);
        foreach (var rune in reason.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > GatewayLimits.MaxCloseReasonBytes)
            {
                break;
            }

            bytes += rune.Utf8SequenceLength;
            chars += rune.Utf16SequenceLength;
        }

        return reason[..chars];
    }
}
