using System.Text.Json;

namespace OpenClaw.Host.Configuration.Binding;

/// <summary>Enum members as they are spelled in the file: <c>PerChannelPeer</c> is <c>per-channel-peer</c>.</summary>
internal static class EnumText
{
    public static string Write(string member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member);

    public static bool TryParse<T>(string text, out T value) where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (Write(member.ToString()) == text)
            {
                value = member;
                return true;
            }
        }

        value = default;
        return false;
    }
}
