using System.Text.Json;
using OpenClaw.Protocol;

namespace OpenClaw.Client.Transport;

/// <summary>Reads error shapes leniently: an odd one must not hide that the request failed.</summary>
internal static class ErrorShapes
{
    public static ErrorShape Read(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty)
        {
            try
            {
                if (JsonSerializer.Deserialize(utf8, ProtocolJsonContext.Default.ErrorShape) is { } error)
                {
                    return error;
                }
            }
            catch (JsonException)
            {
                return ErrorShape.Unavailable("The gateway refused with an error this client cannot read.");
            }
        }

        return ErrorShape.Unavailable("The gateway refused without saying why.");
    }
}
