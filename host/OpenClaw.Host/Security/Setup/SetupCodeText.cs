using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Host.Security.Setup;

/// <summary>The form in which a setup code is carried to a new device.</summary>
internal static class SetupCodeText
{
    private const int LongestCode = 4_096;

    public static string Write(SetupPayload payload) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload, SecurityJsonContext.Default.SetupPayload));

    /// <summary>Recognises a setup code that was put where another secret belongs.</summary>
    public static bool IsOne(string text)
    {
        if (text.Length is < 32 or > LongestCode || !Base64Url.IsValid(text))
        {
            return false;
        }

        try
        {
            var json = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
            return json.StartsWith('{') && json.Contains("\"bootstrapToken\"", StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
